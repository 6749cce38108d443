import { untrack } from 'svelte';
import type { AnswerParams, StoreParams } from '../contract/answers.ts';
import { isOfDeadEngine, type EngineError } from '../contract/errors.ts';
import type { Id, Instant } from '../contract/ids.ts';
import { isFirstQuestion, type FirstAnswers } from '../domain/first-answers.ts';
import { LocalCalendar } from '../domain/local-calendar.ts';
import { getCalendar, getNavigation, getSession } from './context.ts';
import { LiveQuestion } from './live-question.svelte.ts';
import { askedScope, type AskedScope } from './scope.ts';

/** An answer of the engine, with the report it was given for: what a view draws must not mix an old answer with a new date. */
export interface Reported<T> {
  result: T;
  /** What it is of but for the date: the same for all answers of a load, a merchant, a calendar and parameters. */
  of: string;
  asOf: Instant;
  /** The store that it is of; null is all of them. */
  store: Id | null;
  /** Whose months and days it has. */
  local: LocalCalendar;
  /** First instant of the export. */
  earliest: Instant | null;
  /** Latest instant of the export. */
  latest: Instant | null;
}

/** The question of a view, with its latest answer. */
export interface ViewQuestion<T> {
  /** Null before the first. */
  readonly answer: Reported<T> | null;
  /** Why the question asked last has no answer. */
  readonly failure: EngineError | null;
  /** Whether an answer is on its way. */
  readonly pending: boolean;
  retry(): void;
}

/** A question as it is put. */
interface Put<P> {
  asked: P & AskedScope;
  /** Of which export. */
  revision: number;
}

/** What a question is of but for the report date. */
const exceptDate = <P>({ asked, revision }: Put<P>): string => JSON.stringify([revision, { ...asked, asOf: null }]);

/**
 * Asks a question for the merchant and date in the address, and again whenever the export, the scope or `params`
 * change, while the view is the one in the address. Called while a component is set up.
 * @param params the question's own parameters; compared by value, so that other parts of the address do not matter
 * @param recall the answer to it in what a sample says first
 */
export function viewQuestion<P extends Pick<StoreParams, 'storeId'>, T>(
  question: (params: P & AnswerParams) => Promise<T>,
  params: () => P,
  recall?: (first: FirstAnswers) => T,
): ViewQuestion<T> {
  const session = getSession();
  const navigation = getNavigation();
  const inForce = getCalendar();
  const all = () => ({ ...askedScope(session, navigation, inForce.local), ...params() });
  const live = new LiveQuestion<Put<P>, Reported<T>>(
    async (put) => {
      const { asked } = put;
      const { summary } = session;
      const local = asked.calendar === inForce.calendar ? inForce.local : new LocalCalendar(asked.calendar);
      // The engine takes the same date where none is asked for.
      const asOf = asked.asOf ?? summary?.latest ?? '1970-01-01T00:00:00Z';
      const store = asked.storeId ?? null;
      const { earliest = null, latest = null } = summary ?? {};
      const { beforehand } = session;
      const isRecalled = recall && beforehand && isFirstQuestion(asked, beforehand);
      const result = isRecalled
        ? recall(beforehand)
        : await session.questions.count(session.ready.then(() => question(asked)));
      return { result, of: exceptDate(put), asOf, store, local, earliest, latest };
    },
    // Whoever drags the report date sees each that is answered on the way, in all parts of a view.
    { isFrame: (put, next) => exceptDate(put) === exceptDate(next), together: () => session.questions.ended() },
  );
  const ask = () => untrack(() => live.ask({ asked: all(), revision: session.revision }));
  const { view } = navigation.route;
  let last = '';
  $effect(() => {
    const asked = JSON.stringify([session.revision, all()]);
    // The address is of the next view before that one is shown.
    if (asked === last || navigation.route.view !== view) return;
    last = asked;
    ask();
  });
  return {
    get answer() {
      return live.answer;
    },
    get failure() {
      return live.failure;
    },
    get pending() {
      return live.pending;
    },
    // An engine that died took the export with it: opening it once more asks again by itself.
    retry: () => (isOfDeadEngine(live.failure) ? void session.reopen() : ask()),
  };
}
