import type { LegacyEncoding } from '../../workers/decode/csv/legacy-encodings.ts';
import { ownDecoders } from '../../workers/decode/csv/single-byte.ts';

/** Bytes of a character in each encoding, found by decoding all that may be one. */
const tables = new Map<string, Map<string, number[]>>();

/** A text in an encoding of before Unicode, which platforms decode but do not encode. */
export function encodedIn(encoding: LegacyEncoding, text: string): Uint8Array<ArrayBuffer> {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

function tableOf(encoding: LegacyEncoding): Map<string, number[]> {
  const own = ownDecoders[encoding];
  const decoder = own ? null : new TextDecoder(encoding);
  const decoded = (bytes: number[]): string => (own ?? decoder!.decode.bind(decoder))(Uint8Array.from(bytes));
  const table = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    const character = decoded(bytes);
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  if (!/^(iso|windows|koi8|ibm|cp|mac)/.test(encoding)) {
    for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) add([first, second]);
  }
  return table;
}
