/**
 * A file in gzip that is the same wherever it was made: the tenth byte, the last of its header, names the system, here none (255); zlib in Node writes no
 * time (RFC 1952, 2.3).
 */
export function withoutSystem(gzip: Buffer): Buffer {
  gzip[9] = 255;
  return gzip;
}
