import { existsSync, openAsBlob } from 'node:fs';
import type { KnownCause } from '../../src/contract/causes.ts';
import { basename, resolve } from 'node:path';
import { tellingPath } from '../../src/domain/file-names.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';

/** Node does not pass a blob of a file on disk to another thread; its path goes instead. */
const paths = new WeakMap<Blob, string>();

/**
 * A file on disk as the engine takes it; its bytes are read when they are needed.
 *
 * @throws EngineError `file-unreadable`
 */
export async function openFile(path: string): Promise<File> {
  try {
    const blob = await openAsBlob(path);
    paths.set(blob, path);
    // `new File([blob])` would be the same, but Node reads slices of that one at a crawl.
    return Object.defineProperty(blob, 'name', { value: tellingPath(resolve(path)) ?? basename(path) }) as File;
  } catch (thrown) {
    // Node says only that it could not open it.
    const cause = existsSync(path) ? causeOf(thrown) : ('absent' satisfies KnownCause);
    throw new EngineError('file-unreadable', { file: basename(path), cause }, { cause: thrown });
  }
}

/** What stands for a file on the way to another thread. */
export function passable(file: Blob): Blob | string {
  return paths.get(file) ?? file;
}
