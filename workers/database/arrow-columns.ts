import { DateDay, Int32, Int64, makeData, Table, tableToIPC, TimestampMicrosecond, Utf8, Vector } from 'apache-arrow';

// Made by hand: Arrow's builders put scripts together, which the page's policy forbids, and take milliseconds for microseconds.

/** A table as an Arrow IPC stream. */
export const streamOf = (columns: Record<string, Vector>): Uint8Array => tableToIPC(new Table(columns), 'stream');

/** INTEGER */
export function wholeColumn(values: readonly number[]): Vector {
  const data = Int32Array.from(values);
  return new Vector([makeData({ type: new Int32(), length: data.length, data })]);
}

/** BIGINT */
export function bigintColumn(values: readonly bigint[]): Vector {
  const data = BigInt64Array.from(values);
  return new Vector([makeData({ type: new Int64(), length: data.length, data })]);
}

/** VARCHAR */
export function textColumn(values: readonly string[]): Vector {
  const encoder = new TextEncoder();
  const encoded = values.map((value) => encoder.encode(value));
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [index, { length }] of encoded.entries()) valueOffsets[index + 1] = valueOffsets[index]! + length;
  const data = new Uint8Array(valueOffsets.at(-1)!);
  for (const [index, bytes] of encoded.entries()) data.set(bytes, valueOffsets[index]);
  return new Vector([makeData({ type: new Utf8(), length: values.length, data, valueOffsets })]);
}

/** DATE, of numbers of days since 1970. */
export function dateColumn(days: readonly number[]): Vector {
  const data = Int32Array.from(days);
  return new Vector([makeData({ type: new DateDay(), length: data.length, data })]);
}

/** TIMESTAMP, of milliseconds since 1970. */
export function instantColumn(times: readonly number[]): Vector {
  const data = BigInt64Array.from(times, (time) => BigInt(time) * 1000n);
  return new Vector([makeData({ type: new TimestampMicrosecond(), length: data.length, data })]);
}

/** VARCHAR, of characters of a byte each. */
export function asciiColumn(values: readonly string[]): Vector {
  const data = new TextEncoder().encode(values.join(''));
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [index, value] of values.entries()) valueOffsets[index + 1] = valueOffsets[index]! + value.length;
  return new Vector([makeData({ type: new Utf8(), length: values.length, data, valueOffsets })]);
}
