import { gunzipSync, gzipSync } from 'node:zlib';
import type { Random } from '../../../sample-data/random.ts';
import { mutations } from '../mutate.ts';
import { bytesOf, lineOf, type CsvBase } from './bases.ts';

/** A file with one kind of damage. */
export interface Damaged {
  mutation: string;
  bytes: Uint8Array;
}

/** Damages a file: its bytes, or its lines and cells. Of one that is compressed, mostly the text within. */
export function damaged(base: CsvBase, random: Random): Damaged {
  const { dialect } = base;
  if (random.chance(0.5)) {
    const mutation = random.pick(Object.keys(ofLines));
    return { mutation, bytes: bytesOf(ofLines[mutation]!(base.lines.slice(), base, random).join(''), dialect) };
  }
  const mutation = random.pick(Object.keys(ofBytes));
  const change = (bytes: Uint8Array): Uint8Array => ofBytes[mutation]!(bytes, base, random);
  if (!dialect.isGzip || random.chance(0.2)) return { mutation, bytes: change(base.bytes) };
  return { mutation: `${mutation}, within`, bytes: new Uint8Array(gzipSync(change(gunzipSync(base.bytes)))) };
}

type OfBytes = (bytes: Uint8Array, base: CsvBase, random: Random) => Uint8Array;

/** The ways of damaging any file. */
const general = [
  ...[
    'bit flips',
    'truncated at the end',
    'truncated at the beginning',
    'bytes missing in the middle',
    'bytes repeated',
  ],
  ...['zeroed range', 'noise in a range', 'bytes of another file'],
];

const ofBytes: Readonly<Record<string, OfBytes>> = {
  ...Object.fromEntries(
    general.map((name): [string, OfBytes] => [
      name,
      (bytes, { other }, random) => mutations[name]!(bytes, other.bytes, random),
    ]),
  ),
  'a few bytes deleted': (bytes, _, random) => {
    const at = random.integer(bytes.length);
    return spliced(bytes, at, at + 1 + random.integer(12), []);
  },
  'a few bytes inserted': (bytes, _, random) =>
    inserted(
      bytes,
      Array.from({ length: 1 + random.integer(8) }, () => random.integer(256)),
      random,
    ),
  'blocks exchanged': (bytes, _, random) => {
    const places = Array.from({ length: 4 }, () => random.integer(bytes.length)).sort((a, b) => a - b);
    const [first, second, third, fourth] = places as [number, number, number, number];
    const part = (from: number, to?: number): Uint8Array => bytes.subarray(from, to);
    return Buffer.concat([part(0, first), part(third, fourth), part(second, third), part(first, second), part(fourth)]);
  },
  'quotes inserted': insertedSome('"'),
  'zeros inserted': insertedSome('\0'),
  'breaks of lines inserted': (bytes, base, random) =>
    insertedSome(random.pick(['\n', '\r\n', '\r', '\n\n']))(bytes, base, random),
  'delimiters inserted': (bytes, base, random) => insertedSome(base.dialect.delimiter)(bytes, base, random),
};

type OfLines = (lines: string[], base: CsvBase, random: Random) => string[];

const ofLines: Readonly<Record<string, OfLines>> = {
  'a cell replaced': (lines, base, random) => withCells(lines, base, random, 1),
  'cells replaced': (lines, base, random) => withCells(lines, base, random, 2 + random.integer(20)),
  'a line cut short': (lines, base, random) =>
    withLine(lines, random, (line) => line.slice(0, random.integer(line.length)) + base.dialect.newline),
  'a line without its end': (lines, _, random) => withLine(lines, random, (line) => line.trimEnd()),
  'a line doubled': (lines, _, random) => withLine(lines, random, (line) => line + line),
  'a line missing': (lines, _, random) => withLine(lines, random, () => ''),
  'a line moved': (lines, _, random) => {
    const [line] = lines.splice(random.integer(lines.length), 1);
    return lines.toSpliced(random.integer(lines.length), 0, line!);
  },
  'lines exchanged': (lines, _, random) => {
    const [one, other] = [random.integer(lines.length), random.integer(lines.length)];
    return lines.with(one, lines[other]!).with(other, lines[one]!);
  },
  'a delimiter too many': (lines, { dialect }, random) =>
    withLine(
      lines,
      random,
      (line) => line.trimEnd() + dialect.delimiter.repeat(1 + random.integer(3)) + dialect.newline,
    ),
  'a blank line': (lines, { dialect }, random) =>
    withLine(lines, random, (line) => line + dialect.newline.repeat(1 + random.integer(3))),
  'the header again': (lines, _, random) => withLine(lines, random, (line) => line + lines[0]!),
  'a line of another file': (lines, { other }, random) =>
    withLine(lines, random, (line) => line + random.pick(other.lines)),
  'a line of nonsense': (lines, { dialect }, random) =>
    withLine(lines, random, (line) => line + random.pick(nonsense) + dialect.newline),
};

/** What stands where a value should be, in the files that people send. */
const nonsense = [
  ...['', ' ', '?', 'NULL', '#REF!', 'Total', 'abc', '2026-02-31', '31.02.2026', '1e9', '1E+12', '9'.repeat(25)],
  ...['-', '1,234,567.8', '1.234.567,8', '0', '-1', '00', '\ufffd', '"', "'", '1/2', '12:60', 'true', '0x1F', '#', '='],
];

function withCells(lines: string[], { cells, dialect }: CsvBase, random: Random, count: number): string[] {
  const changed = cells.map((row) => row.slice());
  const touched = new Set<number>();
  for (let cell = 0; cell < count; cell++) {
    const row = random.integer(changed.length);
    touched.add(row);
    changed[row]![random.integer(changed[row]!.length)] = random.pick(nonsense);
  }
  return lines.map((line, at) => (touched.has(at - 1) ? lineOf(changed[at - 1]!, dialect) : line));
}

/** One of the lines changed; the header as often as any other. */
function withLine(lines: string[], random: Random, change: (line: string) => string): string[] {
  const at = random.integer(lines.length);
  return lines.with(at, change(lines[at]!));
}

function insertedSome(text: string): OfBytes {
  return (bytes, _, random) => {
    let changed = bytes;
    for (let times = 1 + random.integer(3); times > 0; times--) changed = inserted(changed, Buffer.from(text), random);
    return changed;
  };
}

function inserted(bytes: Uint8Array, more: ArrayLike<number>, random: Random): Uint8Array {
  const at = random.integer(bytes.length + 1);
  return spliced(bytes, at, at, more);
}

function spliced(bytes: Uint8Array, from: number, to: number, more: ArrayLike<number>): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), Uint8Array.from(more), bytes.subarray(to)]));
}
