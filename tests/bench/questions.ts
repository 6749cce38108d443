import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import type { ChurnParams, CohortParams, RevenueParams } from '../../src/contract/answers.ts';

export type Call =
  | 'cohortRetention'
  | 'atRiskCards'
  | 'inactivitySpread'
  | 'churnBands'
  | 'callList'
  | 'backTest'
  | 'revenueAttribution'
  | 'overview';

/** One call and its parameters. */
export interface Ask {
  call: Call;
  params: Omit<CohortParams & ChurnParams & RevenueParams, 'sort'>;
}

export interface Question {
  name: string;
  /**
   * `build`: each round needs tables that are not there yet. `change`: of a parameter, which must be answered from what is there. `date`: of the
   * report date, once the tables that do not depend on it are built.
   */
  kind: 'build' | 'change' | 'date';
  /** What is asked in round `i`, one after the other. Parameters differ from round to round, as they do under a user's hand. */
  asks: (i: number) => Ask[];
}

const zones = [
  'Europe/Luxembourg',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];

/** The questions of the bench. */
export const questions: readonly Question[] = [
  build('cohorts, new report date', 'cohortRetention'),
  build('at risk, new report date', 'atRiskCards'),
  build('revenue, new report date', 'revenueAttribution'),
  build('overview, new report date', 'overview'),
  rezone('cohorts, another zone', 'cohortRetention'),
  rezone('revenue, another zone', 'revenueAttribution'),
  date('cohorts, any report date', 'cohortRetention'),
  date('revenue, any report date', 'revenueAttribution'),
  date('overview, any report date', 'overview'),
  {
    name: 'at risk and spread, any date',
    kind: 'date',
    asks: (i) => [
      { call: 'atRiskCards', params: { asOf: endOfDay(i) } },
      { call: 'inactivitySpread', params: { asOf: endOfDay(i) } },
    ],
  },
  {
    name: 'bands and call list, any date',
    kind: 'date',
    asks: (i) => [
      { call: 'churnBands', params: { asOf: endOfDay(i) } },
      { call: 'callList', params: { asOf: endOfDay(i) } },
    ],
  },
  date('back-test, any report date', 'backTest'),
  change('cohorts, months back', 'cohortRetention', (i) => ({ monthsBack: months(i) })),
  change('cohorts, store', 'cohortRetention', (i) => ({ storeId: store(i) })),
  change('cohorts, store and months', 'cohortRetention', (i) => ({ storeId: store(i), monthsBack: months(i) })),
  change('at risk, multiplier', 'atRiskCards', (i) => ({ multiplier: multiplier(i) })),
  {
    name: 'at risk and spread, multiplier',
    kind: 'change',
    asks: (i) => [
      { call: 'atRiskCards', params: { multiplier: multiplier(i) } },
      { call: 'inactivitySpread', params: {} },
    ],
  },
  change('bands, multiplier', 'churnBands', (i) => ({ multiplier: 1 + multiplier(i) })),
  change('at risk, limit', 'atRiskCards', (i) => ({ limit: 10 + 10 * (i % 50) })),
  change('at risk, store', 'atRiskCards', (i) => ({ storeId: store(i) })),
  change('revenue, months back', 'revenueAttribution', (i) => ({ monthsBack: months(i) })),
  change('revenue, store', 'revenueAttribution', (i) => ({ storeId: store(i) })),
  change('revenue, store and months', 'revenueAttribution', (i) => ({ storeId: store(i), monthsBack: months(i) })),
];

/** What all contenders have to answer alike before any of them is timed. */
export const checks: readonly Ask[] = [
  { call: 'cohortRetention', params: {} },
  { call: 'cohortRetention', params: { monthsBack: 60, asOf: day(45) } },
  { call: 'cohortRetention', params: { monthsBack: 13, storeId: store(4) } },
  { call: 'atRiskCards', params: {} },
  { call: 'atRiskCards', params: { multiplier: 1.3, limit: 200, asOf: day(45) } },
  { call: 'atRiskCards', params: { storeId: store(4) } },
  { call: 'revenueAttribution', params: {} },
  { call: 'revenueAttribution', params: { monthsBack: 60, asOf: day(45) } },
  { call: 'revenueAttribution', params: { monthsBack: 13, storeId: store(4) } },
];

/** Calls that are answered without the engine too. */
const peerCalls: ReadonlySet<Call> = new Set(['cohortRetention', 'atRiskCards', 'revenueAttribution']);

export const isForPeers = (question: Question): boolean =>
  // None of them knows of zones.
  question.asks(0).every(({ call, params }) => peerCalls.has(call) && !params.calendar);

function build(name: string, call: Call): Question {
  return { name, kind: 'build', asks: (i) => [{ call, params: { asOf: day(i) } }] };
}

function date(name: string, call: Call): Question {
  return { name, kind: 'date', asks: (i) => [{ call, params: { asOf: endOfDay(i) } }] };
}

function rezone(name: string, call: Call): Question {
  return { name, kind: 'build', asks: (i) => [{ call, params: { calendar: calendar(i) } }] };
}

function change(name: string, call: Call, params: (i: number) => Ask['params']): Question {
  return { name, kind: 'change', asks: (i) => [{ call, params: params(i) }] };
}

/** The sample's data ends on 2026-10-31. */
function day(i: number): string {
  return new Date(Date.UTC(2026, 9, 31 - i, 12)).toISOString();
}

/** As a person chooses one; none of the days above. */
function endOfDay(i: number): string {
  return new Date(Date.UTC(2026, 8, 30 - 3 * i) - 1).toISOString().replace('Z', '999Z');
}

/** A calendar that was not asked for in a long while. */
function calendar(i: number): Calendar {
  return { ...utcCalendar, timeZone: zones[i % zones.length]!, dayStart: Math.floor(i / zones.length) % 7 };
}

/** 1 to 60, each once in 60 rounds, in leaps. */
function months(i: number): number {
  return 1 + ((i * 37) % 60);
}

/** The stores of the sample's retailer. */
function store(i: number): number {
  return 301 + (i % 12);
}

function multiplier(i: number): number {
  return 0.5 + 0.1 * (i % 60);
}
