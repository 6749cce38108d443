import { concatenated } from '../concatenated.ts';
import type { Bytes } from '../bytes.ts';
import type { EncodingReading, TextEncoding } from '../../../src/contract/layout.ts';
import { legacyEncodingOf, legacyEncodings, legacyReadingsOf, type LegacyEncoding } from './legacy-encodings.ts';
import { ownDecoders } from './single-byte.ts';

/** `ascii`: UTF-8 or an encoding of before Unicode, the first bytes above ASCII will tell. */
export type Encoding = 'ascii' | UnicodeEncoding | LegacyEncoding;

type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Stands for bytes that are no text: no character, unlike U+FFFD, which honest exports hold where an earlier program wrote it. */
export const noText = '\uffff';

/** Of all bytes; a few strays are found in honest exports. */
const controlsInText = 0.02;

/** The end of a file for DOS; what stands between values for Hive, and by the book (the separators of ASCII). */
const controlsOfText = [0x1a, 0x01, 0x1c, 0x1d, 0x1e, 0x1f];

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** In what a text is written, by its first bytes. */
export interface FoundEncoding {
  encoding: Encoding;
  /** Bytes of the mark that it begins with. */
  markBytes: number;
  /** What else it may be; empty where that is plain. */
  readings: EncodingReading[];
}

/** The encoding of a text by its first bytes; null when they are no text. */
export function encodingOf(head: Uint8Array): FoundEncoding | null {
  const found = (encoding: Encoding, markBytes = 0, readings: EncodingReading[] = []): FoundEncoding => ({
    encoding,
    markBytes,
    readings,
  });
  const mark = markOf(head);
  if (mark) return found(mark.encoding, mark.bytes);

  let evenZeros = 0;
  let oddZeros = 0;
  let controls = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0 && index % 2 === 0) evenZeros++;
    else if (byte === 0) oddZeros++;
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && !controlsOfText.includes(byte)) controls++;
  }
  // Every other byte of Latin text in UTF-16 is zero.
  const many = head.length * 0.2;
  if (oddZeros > many && evenZeros < oddZeros / 10) return found('utf-16le');
  if (evenZeros > many && oddZeros < evenZeros / 10) return found('utf-16be');
  if (evenZeros + oddZeros + controls > head.length * controlsInText) return null;
  if (head.every((byte) => byte < 0x80)) return found('ascii');
  if (!isNoUtf8(head)) return found('utf-8');
  const [taken, ...others] = legacyReadingsOf(head);
  return found(taken.encoding as LegacyEncoding, 0, others.length > 0 ? [taken, ...others] : []);
}

/** A text in the encoding that a person says. */
export function encodingSaid(encoding: TextEncoding, head: Uint8Array): FoundEncoding {
  const mark = markOf(head);
  return { encoding, markBytes: mark?.encoding === encoding ? mark.bytes : 0, readings: [] };
}

/** What a text in Unicode may begin with to say so. */
function markOf(head: Uint8Array): { encoding: UnicodeEncoding; bytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return null;
}

/**
 * Turns the bytes of a text into characters, chunk by chunk, and never makes characters up silently.
 *
 * A file that is ASCII so far is UTF-8 or in an older encoding by its first bytes above: all agree on ASCII, so that nothing has to be
 * read again. Bytes that are no text in the encoding once it is known become {@link noText}; `damaged` is true from then on.
 */
export class TextDecoding {
  damaged = false;
  #encoding: Encoding;
  #held: Bytes = new Uint8Array(0);
  /** Of an older encoding: it keeps the first byte of a character whose second comes with the next chunk. */
  #decoder: TextDecoder | null = null;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  /** The characters that `chunk` completes; all that remain when it is the last. */
  decode(chunk: Bytes, isLast = false): string {
    if (isLegacy(this.#encoding)) return this.#decodeLegacy(chunk, this.#encoding, isLast);
    const bytes = new Uint8Array(this.#held.length + chunk.length);
    bytes.set(this.#held);
    bytes.set(chunk, this.#held.length);
    const end = isLast ? bytes.length : bytes.length - incompleteBytes(bytes, this.#encoding);
    this.#held = bytes.slice(end);
    return this.#decode(bytes.subarray(0, end), this.#encoding, isLast);
  }

  #decode(bytes: Bytes, known: UnicodeEncoding | 'ascii', isLast: boolean): string {
    const encoding = known === 'ascii' ? 'utf-8' : known;
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      if (text.length < bytes.length) this.#encoding = encoding;
      return text;
    } catch {
      if (known === 'ascii' && isNoUtf8(bytes)) {
        const legacy = legacyEncodingOf(bytes);
        this.#encoding = legacy;
        const held = this.#held;
        this.#held = new Uint8Array(0);
        return this.#decodeLegacy(concatenated([bytes, held]), legacy, isLast);
      }
      this.#encoding = encoding;
      this.damaged = true;
      return encoding === 'utf-8' ? decodeDamaged8(bytes) : decodeDamaged16(bytes, encoding === 'utf-16le');
    }
  }

  #decodeLegacy(bytes: Bytes, encoding: LegacyEncoding, isLast: boolean): string {
    const own = ownDecoders[encoding];
    if (own) return own(bytes);
    this.#decoder ??= new TextDecoder(encoding);
    const text = this.#decoder.decode(bytes, { stream: !isLast });
    if (!text.includes('\ufffd')) return text;
    // None of these encodings has this character: it stands for bytes that are none.
    this.damaged = true;
    return text.replaceAll('\ufffd', noText);
  }
}

function isLegacy(encoding: Encoding): encoding is LegacyEncoding {
  return legacyEncodings.some((legacy) => legacy === encoding);
}

/** U+FFFD that the file holds is a character like others: it steps aside while the decoder puts in its own. */
function decodeDamaged8(bytes: Bytes): string {
  const aside = bytes.slice();
  for (let at = aside.indexOf(0xef); at !== -1; at = aside.indexOf(0xef, at + 1)) {
    if (aside[at + 1] === 0xbf && aside[at + 2] === 0xbd) aside.set([0xef, 0xb7, 0x90], at);
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(aside);
  return text.replaceAll('\ufffd', noText).replaceAll('\ufdd0', '\ufffd');
}

/** Halves of pairs, and half a unit at the end. */
function decodeDamaged16(bytes: Bytes, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(view.getUint16(at, littleEndian));
  return text.replace(/[\ud800-\udfff]/gu, noText) + (bytes.length % 2 === 1 ? noText : '');
}

/** Bytes at the end that begin a character which the next chunk completes. */
function incompleteBytes(bytes: Uint8Array, encoding: UnicodeEncoding | 'ascii'): number {
  const { length } = bytes;
  if (encoding === 'utf-8' || encoding === 'ascii') {
    for (let back = 1; back <= Math.min(3, length); back++) {
      const byte = bytes[length - back]!;
      if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
      if (byte < 0x80) return 0;
    }
    return 0;
  }
  const odd = length % 2;
  const lastUnit = length - odd - 2;
  if (lastUnit < 0) return odd;
  const high = bytes[encoding === 'utf-16le' ? lastUnit + 1 : lastUnit]!;
  return high >= 0xd8 && high < 0xdc ? odd + 2 : odd;
}

/**
 * Whether most lines with bytes above ASCII have more of them that are no sequences of UTF-8 than that are: by lines, since a block of
 * damaged bytes in one of them outweighs the names of all others.
 */
function isNoUtf8(bytes: Uint8Array): boolean {
  let linesOfSequences = 0;
  let linesOfSingles = 0;
  let sequences = 0;
  let singles = 0;
  for (let at = 0; at <= bytes.length;) {
    const byte = bytes[at] ?? lineFeed;
    if (byte === lineFeed || byte === carriageReturn) {
      if (singles > sequences) linesOfSingles++;
      else if (sequences > 0) linesOfSequences++;
      sequences = 0;
      singles = 0;
    }
    const length = sequenceLength(byte);
    const isCut = at + length > bytes.length;
    const isSequence = length > 0 && bytes.subarray(at + 1, at + length).every((next) => next >= 0x80 && next < 0xc0);
    if (isSequence && length > 1 && !isCut) sequences++;
    if (!isSequence) singles++;
    at += isSequence ? length : 1;
  }
  return linesOfSingles > linesOfSequences;
}

/** Bytes of the UTF-8 sequence that begins with this byte; 0 when none does. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
