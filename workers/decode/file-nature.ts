import type { FileNature } from '../../src/contract/files.ts';

const magics: readonly [FileNature, string][] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['excel', '\xd0\xcf\x11\xe0'],
  ['pdf', '%PDF'],
  ['compressed', '\x1f\x8b'],
  ['compressed', '\x28\xb5\x2f\xfd'],
  ['compressed', 'BZh'],
  ['compressed', '\xfd7zXZ'],
  ['compressed', "7z\xbc\xaf'\x1c"],
  ['compressed', 'Rar!\x1a'],
  ['database', 'SQLite format 3\0'],
  ['data', 'PAR1'],
  ['data', 'PARE'],
  ['data', 'ARROW1'],
  ['data', 'Obj\x01'],
  ['data', 'ORC'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
];

const html = /^(<!doctype html|<(html|head|body|meta|table|div|style)[\s>])/i;
const xml = /^<(\?xml|!doctype|!--|svg)/i;
const json = /^(\{\s*("|\}|$)|\[\s*(["[{\]]|$))/;

/** What a file is that is not a text with columns, by its first bytes; null when it may be one. */
export function natureOf(head: Uint8Array): FileNature | null {
  const bytes = new TextDecoder('latin1').decode(head.subarray(0, 512));
  const magic = magics.find(([, start]) => start === asLatin1(head, start.length));
  if (magic) return magic[0];
  // The bytes of the mark and the zeros of UTF-16 are no part of the text.
  const text = bytes
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (html.test(text)) return 'html';
  if (xml.test(text)) return 'xml';
  if (json.test(text)) return 'json';
  return null;
}

/** Byte by byte: what `TextDecoder` calls Latin 1 is Windows-1252. */
function asLatin1(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}
