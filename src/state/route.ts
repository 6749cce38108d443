import type { RevenueMetric } from '../domain/measures.ts';
import { timeZoneNamed } from '../domain/time-zone.ts';
import { views, type View } from '../domain/views.ts';
import { atRiskColumns, type AtRiskOrder } from '../contract/answers.ts';
import { churnRules, horizons, type ChurnRule } from '../contract/back-test.ts';
import { isDayStart, isWeekStart } from '../contract/calendar.ts';
import type { Day, Id, Instant } from '../contract/ids.ts';
import { defaults, mostMonthsBack } from '../contract/limits.ts';

/** What the page shows. All of it but `search` can be bookmarked: it lives in the address's hash. */
export interface Route {
  view: View;
  merchant: Id | null;
  /** The store that cohorts, churn and revenue are of; null is all of them. Other views have none. */
  store: Id | null;
  /** The report date: an instant, or a day for its end; null is the latest instant in the export. */
  asOf: Instant | Day | null;
  /** What was said of the calendar; null is as `utcCalendar` has it. */
  timeZone: string | null;
  weekStart: number | null;
  dayStart: number | null;
  monthsBack: number;
  multiplier: number;
  limit: number;
  /** Which rule for churn is tested, how many days cards have had to come back, and whether those that were lost before are left out. */
  rule: ChurnRule;
  horizon: number;
  withoutLost: boolean;
  pointsPerUnit: number | null;
  /** What the bars of revenue show; null leaves it to the page. */
  measure: RevenueMetric | null;
  /** The sample export to open, by its id. */
  sample: string | null;
  /** Names of customers are typed here: they stay in memory, out of the address, the history, and what is shared of them. */
  search: string;
  /** What the list of cards at risk is sorted by; null is as the service does. */
  sort: AtRiskOrder | null;
}

export const routeDefaults: Route = {
  view: 'overview',
  merchant: null,
  store: null,
  asOf: null,
  timeZone: null,
  weekStart: null,
  dayStart: null,
  ...defaults,
  rule: 'rhythm',
  horizon: horizons.usual,
  withoutLost: false,
  pointsPerUnit: null,
  measure: null,
  sample: null,
  search: '',
  sort: null,
};

/** Parameters that a view's address always names, as the service's routes do: `#/cohorts?months_back=6`. */
const mainParameter: Partial<Record<View, string>> = { cohorts: 'months_back', churn: 'limit', revenue: 'months_back' };

/** The views that can be of one store. */
const storeViews: readonly View[] = ['cohorts', 'churn', 'revenue'];

const measures: readonly RevenueMetric[] = ['transactions', 'points', 'customers', 'revenue'];

export function hasStoreFilter(view: View): boolean {
  return storeViews.includes(view);
}

/** Reads `#/churn?limit=50&merchant=2`. An unknown view is the overview; an unknown or bad value is its default. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const found = new URLSearchParams(query);
  const text = (key: string): string | null => found.get(key)?.trim() || null;
  const view = views.find((one) => one === path.replace(/\/$/, '')) ?? routeDefaults.view;
  return {
    view,
    merchant: parseId(found.get('merchant')),
    store: hasStoreFilter(view) ? parseId(found.get('store')) : null,
    asOf: parseInstant(text('as_of')),
    timeZone: parseTimeZone(text('time_zone')),
    weekStart: parseNumber(text('week_start'), isWeekStart),
    dayStart: parseNumber(text('day_start'), isDayStart),
    monthsBack:
      parseNumber(text('months_back'), (n) => Number.isInteger(n) && n >= 1 && n <= mostMonthsBack) ??
      routeDefaults.monthsBack,
    multiplier: parseNumber(text('multiplier'), (n) => n > 0) ?? routeDefaults.multiplier,
    limit: parseNumber(text('limit'), (n) => Number.isSafeInteger(n) && n >= 0) ?? routeDefaults.limit,
    rule: churnRules.find((rule) => rule === text('rule')) ?? routeDefaults.rule,
    horizon:
      parseNumber(text('horizon'), (n) => Number.isInteger(n) && n >= horizons.least && n <= horizons.most) ??
      routeDefaults.horizon,
    withoutLost: text('without') === 'lost',
    pointsPerUnit: parseNumber(text('points_per_unit'), (n) => n > 0),
    measure: view === 'revenue' ? (measures.find((measure) => measure === text('show')) ?? null) : null,
    sample: text('sample'),
    search: routeDefaults.search,
    sort: parseOrder(text('sort')),
  };
}

/** The hash of a route. Values that are the default are left out, but for the view's own main parameter. */
export function formatRoute(route: Route): string {
  const main = mainParameter[route.view];
  const values: [key: string, value: Id | null, fallback: Id | null][] = [
    ['months_back', route.monthsBack, routeDefaults.monthsBack],
    ['limit', route.limit, routeDefaults.limit],
    ['multiplier', route.multiplier, routeDefaults.multiplier],
    ['rule', route.rule, routeDefaults.rule],
    ['horizon', route.horizon, routeDefaults.horizon],
    ['without', route.withoutLost ? 'lost' : null, null],
    ['points_per_unit', route.pointsPerUnit, routeDefaults.pointsPerUnit],
    ['merchant', route.merchant, routeDefaults.merchant],
    ['store', hasStoreFilter(route.view) ? route.store : null, routeDefaults.store],
    ['as_of', route.asOf, routeDefaults.asOf],
    ['time_zone', route.timeZone, routeDefaults.timeZone],
    ['week_start', route.weekStart, routeDefaults.weekStart],
    ['day_start', route.dayStart, routeDefaults.dayStart],
    ['show', route.view === 'revenue' ? route.measure : null, routeDefaults.measure],
    ['sort', route.sort, routeDefaults.sort],
    ['sample', route.sample, routeDefaults.sample],
  ];
  const query = values
    .filter(([key, value, fallback]) => value !== null && (value !== fallback || key === main))
    .sort(([a], [b]) => Number(b === main) - Number(a === main))
    .map(([key, value]) => `${key}=${encode(String(value))}`)
    .join('&');
  const path = route.view === routeDefaults.view ? '' : route.view;
  return `#/${path}${query && '?'}${query}`;
}

/** Colons, commas and slashes may stand in a hash as they are, and instants and time zones read better with them. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/');
}

function parseNumber(text: string | null, accepts: (n: number) => boolean): number | null {
  const number = text === null ? NaN : Number(text);
  return Number.isFinite(number) && accepts(number) ? number : null;
}

function parseTimeZone(text: string | null): string | null {
  return text === null ? null : timeZoneNamed(text);
}

function parseOrder(text: string | null): AtRiskOrder | null {
  return atRiskColumns.some((column) => column === text?.replace(/^-/, '')) ? (text as AtRiskOrder) : null;
}

/** A whole number that JSON holds exactly becomes a number, as in the answers; anything else stays text, with any space in it. */
function parseId(text: string | null): Id | null {
  if (!text) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}

/** UTC instants with up to six decimals, with `Z`, `+00:00` or nothing for the zone; a date alone stays one. */
function parseInstant(text: string | null): Instant | Day | null {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:Z|[+ ]00:00)?)?$/.exec(text ?? '');
  if (!parts) return null;
  const [, day = '', time, fraction = ''] = parts;
  // A day that no month has (31 February) would roll over into the next month.
  const parsed = new Date(`${day}T${time ?? '00:00:00'}Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day)) return null;
  // Nothing was recorded in other years, and some zones cannot say when their days begin.
  if (day < '1900' || day >= '2300') return null;
  return time === undefined ? day : `${day}T${time}.${fraction.padEnd(6, '0')}Z`;
}
