import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that others may be reading or writing: it is complete or not there. Makes its folder.
 *
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.${performance.now()}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
