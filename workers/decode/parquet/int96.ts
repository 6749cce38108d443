import {
  makeData,
  Table,
  tableFromIPC,
  tableToIPC,
  TimestampMicrosecond,
  Vector,
  type Data,
  type FixedSizeBinary,
} from 'apache-arrow';

const bytesOfOne = 12;
const julianDayOfEpoch = 2_440_588;
const microsOfDay = 86_400_000_000n;

/** The instants that DuckDB holds, in microseconds; its infinities are outside. INT96 reaches further, and is cut there. */
const earliest = -9_223_372_022_400_000_000n;
const latest = 9_223_372_036_854_775_806n;

/** What a column of INT96 is read as. It does not say so, but the programs that write it convert to UTC. */
export const int96Type = new TimestampMicrosecond('UTC');

/**
 * An Arrow IPC stream with those of its columns that are 12 bytes of an INT96 as instants. The decoder itself makes INT96 nanoseconds in 64 bits, which wrap
 * around every 584.6 years: of 9999-12-31, a usual placeholder, it makes 1816, and of 2600 a believable 2015.
 */
export function int96AsInstants(ipc: Uint8Array, indices: ReadonlySet<number>): Uint8Array {
  const table = tableFromIPC(ipc);
  const columns = table.schema.fields.map(({ name }, index) => {
    const column: Vector = table.getChildAt(index)!;
    return [
      name,
      indices.has(index) ? new Vector(column.data.map((data) => instants(data as Data<FixedSizeBinary>))) : column,
    ];
  });
  return tableToIPC(new Table(Object.fromEntries(columns) as Record<string, Vector>), 'stream');
}

/** Of each value the nanoseconds of the day, then the Julian day, the least byte first. */
function instants({ values, length, nullCount, nullBitmap }: Data<FixedSizeBinary>): Data<TimestampMicrosecond> {
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  const micros = new BigInt64Array(length);
  for (let row = 0; row < length; row++) {
    const nanos = view.getBigUint64(row * bytesOfOne, true);
    const day = view.getInt32(row * bytesOfOne + 8, true) - julianDayOfEpoch;
    const instant = BigInt(day) * microsOfDay + nanos / 1000n;
    micros[row] = instant < earliest ? earliest : instant > latest ? latest : instant;
  }
  return makeData({ type: int96Type, length, nullCount, nullBitmap, data: micros });
}
