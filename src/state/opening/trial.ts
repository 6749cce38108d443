import { toEngineError } from '../../contract/errors.ts';
import { decide } from './decided.ts';
import { plansWithout } from './left-out.ts';
import type { Matching } from './matching.svelte.ts';
import type { Opening } from './opening.ts';
import type { Source } from './source.ts';

/** Bytes of files that are loaded for a trial: some seconds on an ordinary laptop. */
const mostTried = 24 * 2 ** 20;

/** Finds out what would come of files as they are matched, unless they are so large that one would wait for it. */
export async function tryMatching(
  matching: Matching,
  source: Source,
  { engine, calendarFor, signal }: Pick<Opening, 'engine' | 'calendarFor' | 'signal'>,
): Promise<void> {
  const { drafts, leftOutByPerson } = matching;
  const files = await source.files(signal);
  if (signal.aborted || files.reduce((sum, { size }) => sum + size, 0) > mostTried) return;
  matching.trial = { is: 'running' };
  const plans = new Map([...source.known, ...decide(drafts).plans, ...plansWithout(leftOutByPerson)]);
  const calendar = calendarFor(drafts.flatMap(({ kind, shape }) => (kind === null ? [] : shape)));
  try {
    const summary = await engine.tryLoad(files, { plans, calendar, signal });
    if (!signal.aborted) matching.trial = { is: 'loads', summary };
  } catch (thrown) {
    if (!signal.aborted) matching.trial = { is: 'fails', failure: toEngineError(thrown) };
  }
}
