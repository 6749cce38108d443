import { concatenated } from '../concatenated.ts';

/**
 * Thrift's compact protocol as Parquet's footer has it, taken apart no further than needed: a field that is not looked into stays
 * the bytes it is. See https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export interface Field {
  /** Thrift's number of the type. */
  type: number;
  bytes: Uint8Array;
}

/** Fields by their number. */
export type Struct = Map<number, Field>;

export const thriftTypes = { boolTrue: 1, boolFalse: 2, i32: 5, i64: 6, binary: 8, list: 9, struct: 12 } as const;

const deepest = 64;

/**
 * The fields of the struct at the beginning of `bytes`; what follows it is left alone.
 *
 * @throws RangeError where the bytes are no struct
 */
export function splitStruct(bytes: Uint8Array): Struct {
  const fields: Struct = new Map();
  eachField(bytes, 0, 0, (id, type, start, end) => {
    if (fields.has(id)) throw new RangeError(`its footer has field ${id} twice`);
    fields.set(id, { type, bytes: bytes.subarray(start, end) });
  });
  return fields;
}

export function joinStruct(fields: Struct): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [id, { type, bytes }] of fields) parts.push(Uint8Array.of(type), varint(BigInt(id) << 1n), bytes);
  return concatenated([...parts, Uint8Array.of(0)]);
}

/** The items of a list; none for a list that is not there. */
export function splitList(field: Field | undefined): Uint8Array[] {
  if (!field) return [];
  const { bytes } = field;
  const items: Uint8Array[] = [];
  eachItem(bytes, 0, 0, (start, end) => items.push(bytes.subarray(start, end)));
  return items;
}

/** A list of structs. */
export function listField(items: readonly Uint8Array[]): Field {
  const head = [Uint8Array.of(0xf0 | thriftTypes.struct), varint(BigInt(items.length))];
  return { type: thriftTypes.list, bytes: concatenated([...head, ...items]) };
}

/** A whole number, null for one that is not there. */
export function numberIn(field: Field | undefined): number | null {
  if (!field) return null;
  const [value] = varintAt(field.bytes, 0);
  return Number((value >> 1n) ^ -(value & 1n));
}

export function numberField(type: typeof thriftTypes.i32 | typeof thriftTypes.i64, value: number): Field {
  return { type, bytes: varint(BigInt(value) << 1n) };
}

/** A text, null for one that is not there. */
export function textIn(field: Field | undefined): string | null {
  if (!field) return null;
  return new TextDecoder().decode(field.bytes.subarray(varintAt(field.bytes, 0)[1]));
}

export function textField(text: string): Field {
  const bytes = new TextEncoder().encode(text);
  return { type: thriftTypes.binary, bytes: concatenated([varint(BigInt(bytes.length)), bytes]) };
}

function eachField(
  bytes: Uint8Array,
  from: number,
  depth: number,
  found: (id: number, type: number, start: number, end: number) => void,
): number {
  let at = from;
  let id = 0;
  for (;;) {
    const head = byteAt(bytes, at++);
    if (head === 0) return at;
    if (head >> 4 === 0) {
      const [value, next] = varintAt(bytes, at);
      id = Number(value >> 1n);
      at = next;
    } else id += head >> 4;
    const type = head & 15;
    // A boolean of a struct is in the type.
    const end = type <= thriftTypes.boolFalse ? at : endOf(bytes, at, type, depth + 1);
    found(id, type, at, end);
    at = end;
  }
}

function eachItem(bytes: Uint8Array, from: number, depth: number, found: (start: number, end: number) => void): number {
  const head = byteAt(bytes, from);
  let at = from + 1;
  let size = head >> 4;
  if (size === 15) {
    const [value, next] = varintAt(bytes, at);
    size = Number(value);
    at = next;
  }
  for (let item = 0; item < size; item++) {
    const end = endOf(bytes, at, head & 15, depth + 1);
    found(at, end);
    at = end;
  }
  return at;
}

/** Where the value that starts at `at` ends. */
function endOf(bytes: Uint8Array, at: number, type: number, depth: number): number {
  if (depth > deepest) throw new RangeError(`its footer is nested more than ${deepest} deep`);
  switch (type) {
    case thriftTypes.boolTrue:
    case thriftTypes.boolFalse:
    case 3:
      return within(bytes, at + 1);
    case 4:
    case thriftTypes.i32:
    case thriftTypes.i64:
      return varintEnd(bytes, at);
    case 7:
      return within(bytes, at + 8);
    case thriftTypes.binary: {
      const [length, start] = varintAt(bytes, at);
      return within(bytes, start + Number(length));
    }
    case thriftTypes.list:
    case 10:
      return eachItem(bytes, at, depth, () => undefined);
    case thriftTypes.struct:
      return eachField(bytes, at, depth, () => undefined);
    default:
      throw new RangeError(`its footer has a value of the unknown type ${type}`);
  }
}

function varintAt(bytes: Uint8Array, from: number): [value: bigint, end: number] {
  const end = varintEnd(bytes, from);
  let value = 0n;
  for (let at = end - 1; at >= from; at--) value = (value << 7n) | BigInt(bytes[at]! & 127);
  return [value, end];
}

function varintEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < from + 10; at++) if (byteAt(bytes, at) < 128) return at + 1;
  throw new RangeError('its footer has a number that does not end');
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.from([...bytes, Number(rest)]);
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[within(bytes, at + 1) - 1]!;
}

function within(bytes: Uint8Array, end: number): number {
  if (end > bytes.length) throw new RangeError('its footer ends in the middle of a value');
  return end;
}
