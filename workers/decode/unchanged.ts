import type { KnownCause } from '../../src/contract/causes.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';

/** Of a file that is not the one any more that was chosen: some of what was read is of it, and some of another. */
export function changedWhileRead(file: string, how: string): EngineError<'file-unreadable'> {
  const cause: KnownCause = 'changed';
  return new EngineError('file-unreadable', { file, cause }, { cause: how });
}

/**
 * Checks once all of a file is read that it is still what was chosen: browsers that know of a change refuse to read on.
 *
 * @throws EngineError `file-unreadable`
 */
export async function checkUnchanged(file: Blob, name: string): Promise<void> {
  try {
    const last = await file.slice(-1).arrayBuffer();
    if (last.byteLength === Math.min(1, file.size)) return;
  } catch (thrown) {
    throw changedWhileRead(name, causeOf(thrown));
  }
  throw changedWhileRead(name, 'its end is not there any more');
}
