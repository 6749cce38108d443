import { Field, makeData, RecordBatch, Schema, Struct, Table, tableToIPC, Utf8, type Data } from 'apache-arrow';
import { rowProblemColumn, stagedName } from '../decoder.ts';

/** Why a row could not be split into the columns of the header, or is no row of the table. */
export type RowProblem =
  | 'too-few-fields'
  | 'too-many-fields'
  | 'broken-quotes'
  | 'broken-text'
  | 'total-row'
  | 'repeated-header'
  | 'beside-table';

const encoder = new TextEncoder();

/** Rows of text on their way into one Arrow batch. */
export class TextBatch {
  readonly #columns: { place: number; values: TextColumn }[];
  readonly #problems = new TextColumn();
  readonly #capacity: number;
  #rows = 0;

  /** @param places of the columns that are wanted in a row */
  constructor(places: readonly number[], capacity: number) {
    this.#capacity = capacity;
    this.#columns = places.map((place) => ({ place, values: new TextColumn() }));
  }

  get rows(): number {
    return this.#rows;
  }

  get isFull(): boolean {
    return this.#rows >= this.#capacity;
  }

  /** Bytes of all values so far. */
  get bytes(): number {
    return this.#columns.reduce((sum, { values }) => sum + values.bytes, 0);
  }

  /** A row with a problem has no values: they may be those of other columns. */
  add(fields: readonly string[], problem: RowProblem | null): void {
    for (const { place, values } of this.#columns) values.add(problem ? '' : (fields[place] ?? ''));
    this.#problems.add(problem ?? '');
    this.#rows++;
  }

  /** The rows as an Arrow IPC stream. */
  toIpc(): Uint8Array<ArrayBuffer> {
    const columns = [
      ...this.#columns.map(({ place, values }) => ({ name: stagedName(place), values })),
      { name: rowProblemColumn, values: this.#problems },
    ];
    const schema = new Schema(columns.map(({ name }) => new Field(name, new Utf8(), true)));
    const children = columns.map(({ values }) => values.toData(this.#rows));
    const data = makeData({ type: new Struct(schema.fields), length: this.#rows, nullCount: 0, children });
    return tableToIPC(new Table([new RecordBatch(schema, data)]), 'stream') as Uint8Array<ArrayBuffer>;
  }
}

/** Rows that a column has room for at first: most files of an export in many parts have no more. */
const firstRows = 1024;

/** A column of text as Arrow lays it out. Empty values are null, quoted or not: some exports quote everything. */
class TextColumn {
  #offsets = new Int32Array(firstRows + 1);
  #valid = new Uint8Array(firstRows / 8);
  #text = new Uint8Array(1024);
  #rows = 0;
  #nulls = 0;
  bytes = 0;

  add(value: string): void {
    const row = this.#rows++;
    if (row + 1 >= this.#offsets.length) this.#growRows();
    if (value === '') this.#nulls++;
    else {
      this.#valid[row >> 3]! |= 1 << (row & 7);
      this.#append(value);
    }
    this.#offsets[row + 1] = this.bytes;
  }

  /** Most values are short and ASCII: putting them in by hand takes a third of the encoder's time. */
  #append(value: string): void {
    // A character of UTF-16 is at most three bytes of UTF-8.
    const most = this.bytes + value.length * 3;
    if (most > this.#text.length) this.#grow(most);
    const text = this.#text;
    let end = this.bytes;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code >= 0x80) {
        end = this.bytes + encoder.encodeInto(value, text.subarray(this.bytes)).written;
        break;
      }
      text[end++] = code;
    }
    this.bytes = end;
  }

  #growRows(): void {
    const rows = (this.#offsets.length - 1) * 2;
    const offsets = new Int32Array(rows + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const valid = new Uint8Array(rows / 8);
    valid.set(this.#valid);
    this.#valid = valid;
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.#text.length * 2));
    larger.set(this.#text.subarray(0, this.bytes));
    this.#text = larger;
  }

  toData(length: number): Data<Utf8> {
    return makeData({
      type: new Utf8(),
      length,
      nullCount: this.#nulls,
      nullBitmap: this.#valid.subarray(0, Math.ceil(length / 8)),
      valueOffsets: this.#offsets.subarray(0, length + 1),
      data: this.#text.subarray(0, this.bytes),
    });
  }
}
