/**
 * Just enough of Parquet's footer to know what a file declares, read without the decoder under test. A struct of Thrift's
 * compact protocol is a map from field number to value; see https://github.com/apache/parquet-format (`parquet.thrift`).
 */
type Value = number | bigint | boolean | Uint8Array | Value[] | Struct;
type Struct = Map<number, Value>;

export interface Footer {
  /** Rows as the file declares them, and as its row groups do. */
  rows: number;
  groupRows: number[];
  /** Where the bytes of each column chunk are, and how many values it has. */
  chunks: { start: number; length: number; values: number }[];
  /** Where the footer's own bytes start. */
  start: number;
}

const footerTail = 8;

/** What the footer of a file declares; null when it cannot be read. */
export function footerOf(file: Uint8Array): Footer | null {
  try {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const start = file.length - footerTail - view.getUint32(file.length - footerTail, true);
    const metadata = new CompactReader(file.subarray(start, -footerTail)).whole();
    const groups = (metadata.get(4) as Struct[] | undefined) ?? [];
    const columns = groups.flatMap((group) => group.get(1) as Struct[]).map((chunk) => chunk.get(3) as Struct);
    return {
      rows: Number(metadata.get(3)),
      groupRows: groups.map((group) => Number(group.get(3))),
      chunks: columns.map((column) => ({
        start: Number(column.get(11) ?? column.get(9)),
        length: Number(column.get(7)),
        values: Number(column.get(5)),
      })),
      start,
    };
  } catch {
    return null;
  }
}

class CompactReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The struct that takes all of the bytes: one that ends before was misread. */
  whole(): Struct {
    const struct = this.struct();
    if (this.#at < this.#bytes.length) throw new Error(`the footer ends at byte ${this.#at} of ${this.#bytes.length}`);
    return struct;
  }

  struct(): Struct {
    const fields: Struct = new Map();
    let id = 0;
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      const step = head >> 4;
      id = step === 0 ? Number(this.#zigzag()) : id + step;
      if (fields.has(id)) throw new Error(`field ${id} is there twice`);
      fields.set(id, this.#value(head & 15));
    }
    return fields;
  }

  #value(type: number): Value {
    switch (type) {
      case 1:
        return true;
      case 2:
        return false;
      case 3:
        return this.#byte();
      case 4:
      case 5:
      case 6:
        return this.#zigzag();
      case 7:
        return this.#take(8);
      case 8:
        return this.#take(Number(this.#varint()));
      case 9:
      case 10:
        return this.#list();
      case 12:
        return this.struct();
      default:
        throw new Error(`thrift type ${type} at byte ${this.#at} is not known`);
    }
  }

  #list(): Value[] {
    const head = this.#byte();
    const size = head >> 4 === 15 ? Number(this.#varint()) : head >> 4;
    if (size > this.#bytes.length) throw new Error(`a list of ${size} does not fit into ${this.#bytes.length} bytes`);
    // In a list each boolean takes a byte.
    const item = (): Value => ((head & 15) <= 2 ? this.#byte() === 1 : this.#value(head & 15));
    return Array.from({ length: size }, item);
  }

  #zigzag(): bigint {
    const value = this.#varint();
    return (value >> 1n) ^ -(value & 1n);
  }

  #varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
  }

  #take(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    if (taken.length < length) throw new Error(`${length} bytes at byte ${this.#at} are not there`);
    this.#at += length;
    return taken;
  }

  #byte(): number {
    return this.#take(1)[0]!;
  }
}
