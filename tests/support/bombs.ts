/** Bytes of a part that repeats a text: small in an archive, and as large as is said out of it. */
export function repeated(begin: string, piece: string, bytes: number, end: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([Buffer.from(begin), Buffer.alloc(bytes, piece), Buffer.from(end)]));
}
