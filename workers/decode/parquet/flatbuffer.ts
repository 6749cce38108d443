/**
 * A table of FlatBuffers whose bytes may say anything: what lies outside of them is a `RangeError` of the view, and a vector is never
 * longer than the bytes. Arrow's own reader believes every length, and builds billions of fields of a damaged one.
 * See https://flatbuffers.dev/internals/
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;
  readonly #fields: number;
  readonly #fieldsEnd: number;

  private constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
    const fields = at - view.getInt32(at, true);
    this.#fields = fields + 4;
    this.#fieldsEnd = fields + view.getUint16(fields, true);
  }

  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : this.#view.getUint8(at);
  }

  short(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : this.#view.getInt16(at, true);
  }

  table(field: number): FlatTable | null {
    const at = this.#place(field);
    return at === null ? null : new FlatTable(this.#view, this.#target(at));
  }

  text(field: number): string | null {
    const at = this.#place(field);
    if (at === null) return null;
    const [start, length] = this.#vector(at, 1);
    return new TextDecoder().decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length));
  }

  tables(field: number): FlatTable[] {
    const at = this.#place(field);
    if (at === null) return [];
    const [start, length] = this.#vector(at, 4);
    return Array.from({ length }, (_, index) => new FlatTable(this.#view, this.#target(start + 4 * index)));
  }

  /** Where a field's value is; null for one that has its default. */
  #place(field: number): number | null {
    const entry = this.#fields + 2 * field;
    if (entry + 2 > this.#fieldsEnd) return null;
    const offset = this.#view.getUint16(entry, true);
    return offset === 0 ? null : this.#at + offset;
  }

  #target(at: number): number {
    return at + this.#view.getUint32(at, true);
  }

  /** @param width bytes of an item */
  #vector(at: number, width: number): [start: number, length: number] {
    const start = this.#target(at) + 4;
    const length = this.#view.getUint32(start - 4, true);
    if (start + length * width > this.#view.byteLength) throw new RangeError('a vector is longer than its bytes');
    return [start, length];
  }
}
