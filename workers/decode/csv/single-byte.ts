import type { TextEncoding } from '../../../src/contract/layout.ts';

/** Encodings of a byte a character that `TextDecoder` does not know, or not everywhere. */

/** 0x80 to 0x9f, where Windows-1252 and Latin 1 differ; the unassigned as themselves. */
const of1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** 0x80 to 0xff of DOS in western Europe. Its letters are those of the older code page 437 too. */
const of850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0';

/** Windows-1252 as text. Versions of Node decode it as Latin 1 (nodejs/node#56542): what is left over is put right here. */
function decode1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (left) => of1252[left.charCodeAt(0) - 0x80]!);
}

/** Code page 850 as text. */
function decode850(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : of850[byte - 0x80]!;
  return text;
}

/** What decodes an encoding in the place of `TextDecoder`. A character has one byte: it does not matter where a text is cut. */
export const ownDecoders: Partial<Record<TextEncoding, (bytes: Uint8Array) => string>> = {
  'windows-1252': decode1252,
  cp850: decode850,
};
