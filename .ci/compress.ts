import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { withoutSystem } from './same-gzip.ts';
import { writeWhole } from './write-whole.mjs';

const folder = fileURLToPath(new URL('../node_modules/.cache/loyalty-lens/compressed/', import.meta.url));

/** Files so large, which are WebAssembly that seldom changes, take minutes: what came of them is kept. */
const keptFromBytes = 1_000_000;

/** The endings that hosts look for beside a file, and what makes each of its content. */
const ways: Record<string, (bytes: Buffer) => Promise<Buffer>> = { '.br': brotli, '.gz': gzipped };

/**
 * A file as small as it gets: the same bytes for the same content, whenever and wherever it is made.
 *
 * @returns by the endings that hosts look for beside it, those that are smaller than the file itself
 */
export async function compress(bytes: Buffer): Promise<Map<string, Buffer>> {
  const all = await Promise.all(
    Object.keys(ways).map(async (ending) => [ending, await compressTo(ending, bytes)] as const),
  );
  return new Map(all.filter(([, copy]) => copy.length < bytes.length));
}

async function compressTo(ending: string, bytes: Buffer): Promise<Buffer> {
  if (bytes.length < keptFromBytes) return ways[ending]!(bytes);
  const path = `${folder}${createHash('sha256').update(bytes).digest('hex')}${ending}`;
  try {
    return await readFile(path);
  } catch {
    const copy = await ways[ending]!(bytes);
    writeWhole(path, copy);
    return copy;
  }
}

function brotli(bytes: Buffer): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

async function gzipped(bytes: Buffer): Promise<Buffer> {
  return withoutSystem(await promisify<Buffer, object, Buffer>(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
