import { causeOf, EngineError } from '../contract/errors.ts';
import { onLaunchedFiles } from '../platform/launched-files.ts';
import { ownFiles } from './opening/source.ts';
import type { Session } from './session.svelte.ts';

/** Opens files that the device opens with the installed page, as if they had been dropped on it. */
export function openLaunched(session: Pick<Session, 'choose' | 'failure'>): void {
  onLaunchedFiles(({ files, unreadable }) => {
    if (!unreadable) return void session.choose(files);
    const { name, thrown } = unreadable;
    const error = new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
    session.failure = { error, source: ownFiles(files, []) };
  });
}
