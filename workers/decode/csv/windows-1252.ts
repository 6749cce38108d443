/** 0x80 to 0x9f, where Windows-1252 and Latin 1 differ; the unassigned as themselves. */
const characters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Windows-1252 as text. Versions of Node decode it as Latin 1 (nodejs/node#56542): what is left over is put right here. */
export function decode1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (left) => characters[left.charCodeAt(0) - 0x80]!);
}
