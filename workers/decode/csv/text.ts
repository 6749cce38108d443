import type { Bytes } from './bytes.ts';

/** `ascii`: UTF-8 or Windows-1252, the first byte above ASCII will tell. */
export type Encoding = 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Stands for bytes that are no text: no character, unlike U+FFFD, which honest exports hold where an earlier program wrote it. */
export const noText = '\uffff';

/** Of all bytes; a few strays are found in honest exports. */
const controlsInText = 0.02;

/** The encoding of a text by its first bytes, and how many of them are its mark; null when they are no text. */
export function encodingOf(head: Uint8Array): { encoding: Encoding; markBytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };

  let evenZeros = 0;
  let oddZeros = 0;
  let controls = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0 && index % 2 === 0) evenZeros++;
    else if (byte === 0) oddZeros++;
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a) controls++;
  }
  // Every other byte of Latin text in UTF-16 is zero.
  const many = head.length * 0.2;
  if (oddZeros > many && evenZeros < oddZeros / 10) return { encoding: 'utf-16le', markBytes: 0 };
  if (evenZeros > many && oddZeros < evenZeros / 10) return { encoding: 'utf-16be', markBytes: 0 };
  if (evenZeros + oddZeros + controls > head.length * controlsInText) return null;
  if (head.every((byte) => byte < 0x80)) return { encoding: 'ascii', markBytes: 0 };
  return { encoding: isMoreLikely1252(head) ? 'windows-1252' : 'utf-8', markBytes: 0 };
}

/**
 * Turns the bytes of a text into characters, chunk by chunk, and never makes characters up silently.
 *
 * A file that is ASCII so far is UTF-8 or Windows-1252 by its first byte above: the two agree on ASCII, so that nothing has to be read
 * again. Bytes that are no text in the encoding once it is known become {@link noText}; `damaged` is true from then on.
 */
export class TextDecoding {
  damaged = false;
  #encoding: Encoding;
  #held: Bytes = new Uint8Array(0);

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  /** The characters that `chunk` completes; all that remain when it is the last. */
  decode(chunk: Bytes, isLast = false): string {
    const bytes = new Uint8Array(this.#held.length + chunk.length);
    bytes.set(this.#held);
    bytes.set(chunk, this.#held.length);
    const end = isLast ? bytes.length : bytes.length - incompleteBytes(bytes, this.#encoding);
    this.#held = bytes.slice(end);
    return this.#decode(bytes.subarray(0, end));
  }

  #decode(bytes: Bytes): string {
    if (this.#encoding === 'windows-1252') return decode1252(bytes);
    const encoding = this.#encoding === 'ascii' ? 'utf-8' : this.#encoding;
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      if (text.length < bytes.length) this.#encoding = encoding;
      return text;
    } catch {
      if (this.#encoding === 'ascii' && isMoreLikely1252(bytes)) {
        this.#encoding = 'windows-1252';
        return decode1252(bytes);
      }
      this.#encoding = encoding;
      this.damaged = true;
      return encoding === 'utf-8' ? decodeDamaged8(bytes) : decodeDamaged16(bytes, encoding === 'utf-16le');
    }
  }
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
function incompleteBytes(bytes: Uint8Array, encoding: Encoding): number {
  const { length } = bytes;
  if (encoding === 'windows-1252') return 0;
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

/** Whether bytes above ASCII are rather single characters than sequences of UTF-8. */
function isMoreLikely1252(bytes: Uint8Array): boolean {
  let sequences = 0;
  let singles = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]!);
    const isCut = at + length > bytes.length;
    const isSequence = length > 0 && bytes.subarray(at + 1, at + length).every((byte) => byte >= 0x80 && byte < 0xc0);
    if (isSequence && length > 1 && !isCut) sequences++;
    if (!isSequence) singles++;
    at += isSequence ? length : 1;
  }
  return singles > sequences;
}

/** Bytes of the UTF-8 sequence that begins with this byte; 0 when none does. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** 0x80 to 0x9f, where Windows-1252 and Latin 1 differ; the unassigned as themselves. */
const characters1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decode1252(bytes: Bytes): string {
  // Versions of Node decode Windows-1252 as Latin 1 (nodejs/node#56542): what is left over is put right here.
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (left) => characters1252[left.charCodeAt(0) - 0x80]!);
}
