import type { Random } from '../../sample-data/random.ts';
import { footerOf } from '../support/footer.ts';

/** One way to damage a Parquet file: gives a damaged copy of `file`; `other` is a file to take bytes from. */
export type Mutation = (file: Uint8Array, other: Uint8Array, random: Random) => Uint8Array;

const footerTail = 8;

/** Values at which lengths and counts break: the ends of their ranges as bytes of a varint, and their neighbours. */
const extremes: readonly (readonly number[])[] = [
  [0x00],
  [0x01],
  [0x7f],
  [0x80],
  [0xff],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xfe, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
];

export const mutations: Readonly<Record<string, Mutation>> = {
  'bit flips': (file, _, random) => flipBits(file, 0, file.length, 1 + random.integer(16), random),
  'bit flips in the data': (file, _, random) => flipBits(file, 4, footerStart(file), 1 + random.integer(4), random),
  'bit flips in the footer': (file, _, random) =>
    flipBits(file, footerStart(file), file.length - footerTail, 1 + random.integer(4), random),
  'bit flips in a page header': (file, _, random) => {
    const chunk = chunkOf(file, random);
    return flipBits(file, chunk.start, chunk.start + Math.min(chunk.length, 24), 1 + random.integer(3), random);
  },
  'extreme values in the footer': (file, _, random) =>
    overwrite(file, between(random, footerStart(file), file.length - footerTail), random.pick(extremes)),
  'extreme values in a page header': (file, _, random) => {
    const chunk = chunkOf(file, random);
    return overwrite(file, chunk.start + random.integer(Math.min(chunk.length, 24)), random.pick(extremes));
  },
  'another row count': (file, _, random) => {
    const { rows, groupRows, start } = footerOf(file)!;
    const counts = positionsOf(file, zigzag(random.pick([rows, ...groupRows])), start);
    const at = counts.length > 0 ? random.pick(counts) : start;
    return overwrite(file, at, [random.chance(0.3) ? 0 : (file[at]! & 128) | random.integer(128)]);
  },
  'footer length': (file, _, random) => {
    const copy = file.slice();
    const view = new DataView(copy.buffer);
    const at = copy.length - footerTail;
    const length = view.getUint32(at, true);
    view.setUint32(
      at,
      random.pick([0, 1, length - 1, length + 1, file.length, 2 ** 31, 2 ** 32 - 1, length * 2]),
      true,
    );
    return copy;
  },
  'truncated at the end': (file, _, random) => file.slice(0, between(random, 0, file.length)),
  'truncated at the beginning': (file, _, random) => file.slice(between(random, 1, file.length)),
  'bytes missing in the middle': (file, _, random) => {
    const [from, to] = rangeOf(file, random);
    return joined(file.subarray(0, from), file.subarray(to));
  },
  'bytes repeated': (file, _, random) => {
    const [from, to] = rangeOf(file, random);
    return joined(file.subarray(0, to), file.subarray(from, to), file.subarray(to));
  },
  'zeroed range': (file, _, random) => {
    const [from, to] = rangeOf(file, random);
    return file.slice().fill(0, from, to);
  },
  'noise in a range': (file, _, random) => {
    const [from, to] = rangeOf(file, random);
    return overwrite(
      file,
      from,
      Array.from({ length: Math.min(to - from, 64) }, () => random.integer(256)),
    );
  },
  'bytes of another file': (file, other, random) => {
    const [from, to] = rangeOf(file, random);
    const start = random.integer(other.length);
    return overwrite(file, from, other.subarray(start, start + to - from));
  },
  'a page of another file': (file, other, random) => {
    const [into, from] = [chunkOf(file, random), chunkOf(other, random)];
    return overwrite(file, into.start, other.subarray(from.start, from.start + from.length));
  },
  'columns exchanged': (file, _, random) => {
    const [into, from] = [chunkOf(file, random), chunkOf(file, random)];
    return overwrite(file, into.start, file.slice(from.start, from.start + from.length));
  },
  'the footer of another file': (file, other) =>
    joined(file.subarray(0, footerStart(file)), other.subarray(footerStart(other))),
};

/** A whole number as Thrift's compact protocol writes it, after the header of a field of 64 bits. */
function zigzag(value: number): number[] {
  const bytes: number[] = [];
  let rest = value * 2;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** Where `bytes` occur as a field of 64 bits, from `start` on. */
function positionsOf(file: Uint8Array, bytes: readonly number[], start: number): number[] {
  const i64 = 6;
  const positions: number[] = [];
  for (let at = start + 1; at < file.length - footerTail; at++) {
    if ((file[at - 1]! & 15) === i64 && bytes.every((byte, index) => file[at + index] === byte)) positions.push(at);
  }
  return positions;
}

function footerStart(file: Uint8Array): number {
  return footerOf(file)!.start;
}

function chunkOf(file: Uint8Array, random: Random): { start: number; length: number } {
  return random.pick(footerOf(file)!.chunks);
}

function flipBits(file: Uint8Array, from: number, to: number, bits: number, random: Random): Uint8Array {
  const copy = file.slice();
  for (let i = 0; i < bits; i++) copy[between(random, from, to)]! ^= 1 << random.integer(8);
  return copy;
}

function overwrite(file: Uint8Array, at: number, bytes: ArrayLike<number>): Uint8Array {
  const copy = file.slice();
  for (let i = 0; i < bytes.length && at + i < copy.length; i++) copy[at + i] = bytes[i]!;
  return copy;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A range of up to an eighth of the file. */
function rangeOf(file: Uint8Array, random: Random): [from: number, to: number] {
  const from = random.integer(file.length);
  return [from, Math.min(file.length, from + 1 + random.integer(Math.ceil(file.length / 8)))];
}

function between(random: Random, from: number, to: number): number {
  return from + random.integer(Math.max(1, to - from));
}
