import { untrack } from 'svelte';
import type { AnswerParams, ErrorCode, Instant } from '../../contract.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { getNavigation, getSession } from '../../state/context.ts';
import { scopeOf } from '../../state/scope.ts';

/** An answer, with the report it was given for: what a view draws must not mix an old answer with a new date. */
export interface Reported<T> {
  answer: T;
  asOf: Instant;
  /** First instant of the export. */
  earliest: Instant | null;
}

export interface Asking<T> {
  readonly answer: Answer<AnswerParams, Reported<T>>;
  retry(): void;
}

const lostExport = new Set<ErrorCode | undefined>(['engine-crashed', 'engine-start', 'nothing-loaded']);

/**
 * Asks a question for the merchant and date in the address, and again whenever the export, the scope or `params`
 * change. Called while a component is set up.
 * @param params the question's own parameters; compared by value, so that other parts of the address do not matter
 */
export function asking<P extends object, T>(
  question: (params: P & AnswerParams) => Promise<T>,
  params: () => P,
): Asking<T> {
  const session = getSession();
  const navigation = getNavigation();
  const all = () => ({ ...scopeOf(session, navigation), ...params() });
  const answer = new Answer<P & AnswerParams, Reported<T>>(async (asked) => {
    const { summary } = session;
    const asOf = asked.asOf ?? summary?.latest ?? '1970-01-01T00:00:00Z';
    return { answer: await question(asked), asOf, earliest: summary?.earliest ?? null };
  });
  const ask = () => untrack(() => answer.ask(all()));
  const asked = $derived(JSON.stringify([session.revision, all()]));
  $effect(() => {
    void asked;
    ask();
  });
  // An engine that died took the export with it: opening it once more asks again by itself.
  const retry = () => (lostExport.has(answer.failure?.code) ? void session.reopen() : ask());
  return { answer: answer as unknown as Answer<AnswerParams, Reported<T>>, retry };
}
