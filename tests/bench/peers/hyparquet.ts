import { parquetMetadataAsync, parquetRead, type AsyncBuffer, type DecodedArray } from 'hyparquet';

/** The columns that the questions need, as plain JavaScript holds them. Instants are milliseconds since 1970; NaN and -1 stand for null. */
export interface PlainExport {
  cards: {
    id: Int32Array;
    createdAt: Float64Array;
    lastActivityAt: Float64Array;
    isActive: Uint8Array;
    balance: Int32Array;
    number: (string | null)[];
    name: (string | null)[];
  };
  transactions: {
    /** The card's place among the cards. */
    card: Int32Array;
    at: Float64Array;
    earning: Uint8Array;
    points: Int32Array;
    store: Int32Array;
    /** Negative where there is none. */
    cents: Int32Array;
  };
  storeNames: Map<number, string>;
}

/**
 * Reads an export of one merchant with hyparquet, a row group at a time, so that no more than one is there as JavaScript values.
 *
 * @throws Error for transactions of unknown cards or out of order: the bench has none, which spares this reader the care for them.
 */
export async function readExport(files: File[]): Promise<PlainExport> {
  const named = (kind: string): Promise<Columns> => openFile(files.find(({ name }) => name === `${kind}.parquet`)!);
  const cards = await readCards(await named('cards'));
  const transactions = await readTransactions(await named('transactions'), cards.id);
  const stores = await named('stores');
  const storeNames = new Map<number, string>();
  const ids: number[] = [];
  await stores.read({
    id: (id: number) => ids.push(id),
    name: (name: string, row) => storeNames.set(ids[row]!, name),
  });
  return { cards, transactions, storeNames };
}

async function readCards({ rows, read }: Columns): Promise<PlainExport['cards']> {
  const cards: PlainExport['cards'] = {
    id: new Int32Array(rows),
    createdAt: new Float64Array(rows),
    lastActivityAt: new Float64Array(rows),
    isActive: new Uint8Array(rows),
    balance: new Int32Array(rows),
    number: new Array<string | null>(rows),
    name: new Array<string | null>(rows),
  };
  await read({
    id: (id: number, row) => (cards.id[row] = id),
    created_at: (at: number, row) => (cards.createdAt[row] = at),
    last_activity_at: (at: number | null, row) => (cards.lastActivityAt[row] = at ?? NaN),
    is_active: (active: boolean, row) => (cards.isActive[row] = Number(active)),
    points_balance: (points: number, row) => (cards.balance[row] = points),
    card_number: (text: string | null, row) => (cards.number[row] = text ?? null),
    customer_name: (text: string | null, row) => (cards.name[row] = text ?? null),
  });
  return cards;
}

async function readTransactions({ rows, read }: Columns, cardIds: Int32Array): Promise<PlainExport['transactions']> {
  const placeOf = new Map<number, number>();
  cardIds.forEach((id, place) => placeOf.set(id, place));
  const transactions: PlainExport['transactions'] = {
    card: new Int32Array(rows),
    at: new Float64Array(rows),
    earning: new Uint8Array(rows),
    points: new Int32Array(rows),
    store: new Int32Array(rows),
    cents: new Int32Array(rows),
  };
  const { card, at, earning, points, store, cents } = transactions;
  await read({
    card_id: (id: number, row) => (card[row] = placeOf.get(id) ?? -1),
    transaction_at: (instant: number, row) => (at[row] = instant),
    transaction_type: (type: string, row) =>
      (earning[row] = Number(type === 'points_earned' || type === 'stamp_earned')),
    points_delta: (delta: number, row) => (points[row] = delta),
    store_id: (id: number | null, row) => (store[row] = id ?? -1),
    purchase_amount_cents: (amount: number | null, row) => (cents[row] = amount ?? -1),
  });
  for (let row = 0; row < rows; row++) {
    if (card[row]! < 0) throw new Error(`transaction ${row + 1} is of an unknown card`);
    if (row > 0 && at[row]! < at[row - 1]!) throw new Error(`transaction ${row + 1} is out of order`);
    if (points[row]! <= 0) earning[row] = 0;
  }
  return transactions;
}

// Values of a column are of one type, which its reader knows.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Readers = Record<string, (value: any, row: number) => unknown>;

interface Columns {
  rows: number;
  /** Hands every value of the named columns to the column's reader, in order of the rows. */
  read(readers: Readers): Promise<void>;
}

async function openFile(blob: File): Promise<Columns> {
  const file: AsyncBuffer = {
    byteLength: blob.size,
    slice: (start, end) => blob.slice(start, end).arrayBuffer(),
  };
  const metadata = await parquetMetadataAsync(file);
  const read = async (readers: Readers): Promise<void> => {
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      await parquetRead({
        file,
        metadata,
        columns: Object.keys(readers),
        rowStart,
        rowEnd,
        parsers: { timestampFromMicroseconds: (micros) => Number(micros) / 1000 },
        onChunk: ({ columnName, columnData, rowStart }) => forEachValue(columnData, rowStart, readers[columnName]!),
      });
      rowStart = rowEnd;
    }
  };
  return { rows: Number(metadata.num_rows), read };
}

function forEachValue(values: DecodedArray, rowStart: number, reader: Readers[string]): void {
  for (let i = 0; i < values.length; i++) reader(values[i], rowStart + i);
}
