import { untrack } from 'svelte';
import type { Activity, AnswerParams } from '../contract/answers.ts';
import { isFirstQuestion } from '../domain/first-answers.ts';
import { timelineOf, type Timeline } from '../domain/timeline.ts';
import type { CalendarInForce } from './calendar.svelte.ts';
import { LiveQuestion } from './live-question.svelte.ts';
import type { Source } from './opening/source.ts';
import type { Navigation } from './navigation.svelte.ts';
import { merchantInRoute } from './scope.ts';
import type { Session } from './session.svelte.ts';

/** How long it is waited for what a view asks, in milliseconds: that goes first. */
const grace = 100;

interface Asked {
  /** The files that it is of, or the sample. */
  files: Source['files'] | string | undefined;
  params: AnswerParams;
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** When the cards of the merchant in the address were used, and the timeline that is drawn from it. */
export class ActivityInSight {
  readonly #session: Session;
  readonly #navigation: Navigation;
  readonly #calendar: CalendarInForce;
  readonly #live = new LiveQuestion(async ({ files, params }: Asked) => ({
    files,
    params,
    activity: await this.#ask(params),
  }));
  readonly #params: AnswerParams = $derived.by(() => ({
    merchantId: merchantInRoute(this.#session.summary, this.#navigation.route.merchant)?.id,
    calendar: this.#calendar.calendar,
  }));
  /** What is open: the same for a sample that is seen and then loaded. */
  readonly files: Asked['files'] = $derived.by(() => {
    const source = this.#session.current?.source;
    return source?.sample ?? source?.files;
  });
  /** Null until it is known. What was known beforehand stays until the engine says the same. */
  readonly #activity: Activity | null = $derived.by(() => {
    const { answer } = this.#live;
    const isOfSame = answer?.files === this.files && isEqual(answer?.params, this.#params);
    return answer && isOfSame ? answer.activity : null;
  });

  /** Null where the export has no instant at all. Until it is known how much happened it is of the days of the export, without weeks. */
  readonly timeline: Timeline | null = $derived.by(() => {
    const { earliest = null, latest = null } = this.#session.summary ?? {};
    if (earliest === null || latest === null) return null;
    const { local, calendar } = this.#calendar;
    const days = { earliest: local.dayOf(earliest), latest: local.dayOf(latest), weekStart: calendar.weekStart };
    return timelineOf(this.#activity ?? { first: null, transactions: [] }, days);
  });

  /** Whether it is known how much happened. */
  get isKnown(): boolean {
    return this.#activity !== null;
  }

  /** Called while a component is set up. */
  constructor(session: Session, navigation: Navigation, calendar: CalendarInForce) {
    this.#session = session;
    this.#navigation = navigation;
    this.#calendar = calendar;
    $effect(() => {
      void session.revision;
      const asked = { files: this.files, params: this.#params };
      untrack(() => this.#live.ask(asked));
    });
  }

  async #ask(params: AnswerParams): Promise<Activity> {
    const { beforehand, engine, questions } = this.#session;
    if (beforehand && isFirstQuestion(params, beforehand)) return beforehand.activity;
    await this.#session.ready;
    await new Promise((resolve) => setTimeout(resolve, grace));
    await questions.ended();
    return engine.activity(params);
  }
}
