import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, routeDefaults, type Route } from '../../src/state/route.ts';
import { views } from '../../src/domain/views.ts';

const full: Route = {
  view: 'churn',
  merchant: 2,
  store: 'Gare & co/“1” #?+%',
  asOf: '2026-04-11T20:57:23.123456Z',
  timeZone: 'America/Argentina/Buenos_Aires',
  weekStart: 7,
  dayStart: 4,
  monthsBack: 12,
  multiplier: 2.5,
  limit: 200,
  rule: 'service',
  horizon: 60,
  withoutLost: true,
  pointsPerUnit: 0.5,
  measure: 'points',
  sample: 'bakery',
  search: 'Zoë & co + “x” #1?',
  sort: '-days_inactive',
};

describe('a route', () => {
  it.each(views.map((view) => [view]))('of %s with everything set comes back as it was', (view) => {
    const store = ['overview', 'data'].includes(view) ? null : full.store;
    const measure = view === 'revenue' ? full.measure : null;
    expect(parseRoute(formatRoute({ ...full, view }))).toEqual({ ...full, view, store, measure, search: '' });
  });

  it('names nobody who is searched for', () => {
    expect(formatRoute({ ...routeDefaults, view: 'churn', search: 'Zoë' })).toBe('#/churn?limit=50');
    expect(parseRoute('#/churn?q=Anna').search).toBe('');
  });

  it.each(views.map((view) => [view]))('of %s with defaults comes back as it was', (view) => {
    expect(parseRoute(formatRoute({ ...routeDefaults, view }))).toEqual({ ...routeDefaults, view });
  });

  it('follows the routes of the service', () => {
    expect(formatRoute(routeDefaults)).toBe('#/');
    expect(formatRoute({ ...routeDefaults, view: 'cohorts' })).toBe('#/cohorts?months_back=6');
    expect(formatRoute({ ...routeDefaults, view: 'churn' })).toBe('#/churn?limit=50');
    expect(formatRoute({ ...routeDefaults, view: 'revenue', merchant: 3 })).toBe('#/revenue?months_back=6&merchant=3');
    expect(formatRoute({ ...routeDefaults, view: 'data' })).toBe('#/data');
    expect(formatRoute({ ...routeDefaults, asOf: full.asOf })).toBe('#/?as_of=2026-04-11T20:57:23.123456Z');
    expect(formatRoute({ ...routeDefaults, timeZone: 'Europe/Luxembourg' })).toBe('#/?time_zone=Europe/Luxembourg');
  });

  it.each(['', '#', '#/', '#nonsense', '#/unknown?months_back=6', '#/%E0%A4%A'])('%j is the overview', (hash) => {
    expect(parseRoute(hash)).toEqual(routeDefaults);
  });

  it.each([
    'months_back=0',
    'months_back=61',
    'months_back=2.5',
    'months_back=',
    'months_back=x',
    'multiplier=0',
    'time_zone=Mars',
    'week_start=0',
    'day_start=7',
    'rule=x',
    'horizon=29',
    'without=x',
  ])('falls back to the default of %s', (query) =>
    expect(parseRoute(`#/cohorts?${query}`)).toEqual({ ...routeDefaults, view: 'cohorts' }),
  );

  it('is of a store only where the view can be', () => {
    expect(formatRoute({ ...routeDefaults, view: 'churn', store: 3 })).toBe('#/churn?limit=50&store=3');
    expect(formatRoute({ ...routeDefaults, store: 3 })).toBe('#/');
    expect(parseRoute('#/?store=3').store).toBeNull();
  });

  it('takes ids as the answers have them', () => {
    expect(parseRoute('#/?merchant=7').merchant).toBe(7);
    expect(parseRoute('#/?merchant=007').merchant).toBe('007');
    expect(parseRoute('#/?merchant=9007199254740993').merchant).toBe('9007199254740993');
    expect(parseRoute('#/?merchant=b1946ac9-2492').merchant).toBe('b1946ac9-2492');
    expect(parseRoute('#/churn?store=7').store).toBe(7);
    expect(parseRoute('#/churn?store=all').store).toBe('all');
  });

  it.each([
    ['2026-04-11T20:57:23.123456Z', '2026-04-11T20:57:23.123456Z'],
    ['2026-04-11T20:57:23.123456%2B00:00', '2026-04-11T20:57:23.123456Z'],
    ['2026-04-11T20:57:23.123456+00:00', '2026-04-11T20:57:23.123456Z'],
    ['2026-04-11T20:57:23', '2026-04-11T20:57:23.000000Z'],
    ['2026-04-11', '2026-04-11'],
    ['2026-02-31', null],
    ['2026-04-11T25:00:00Z', null],
    ['2026-04-11T20:57:23+02:00', null],
    ['yesterday', null],
  ])('reads the report date %s', (text, instant) => {
    expect(parseRoute(`#/?as_of=${text}`).asOf).toBe(instant);
  });
});
