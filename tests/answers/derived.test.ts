import { describe, expect, it } from 'vitest';
import {
  atRiskColumns,
  type AtRiskCard,
  type AtRiskCards,
  type AtRiskHoldings,
  type AtRiskOrder,
} from '../../src/contract/answers.ts';
import { churnRules } from '../../src/contract/back-test.ts';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { Exact } from '../../src/contract/exact.ts';
import { exactSum, nearest } from '../../src/contract/exact.ts';
import { LocalCalendar } from '../../src/domain/local-calendar.ts';
import { definedOn, DefinitionAnswers, type DefinitionQuestion } from '../support/definition-answers.ts';
import { duckdb } from '../support/definition-databases.ts';
import { engineWith } from '../support/exports.ts';
import { tablesOfRandom } from '../support/plain-tables.ts';
import { Chance, filesOf, instant, lookAt, randomExport, type RandomExport } from '../support/random-export.ts';
import { microsOf } from '../support/parquet.ts';

/** Of zones far from UTC, with clocks that change at midnight or by half an hour, and days that begin at night. */
const calendars: Calendar[] = [
  'Europe/Luxembourg',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'America/St_Johns',
].flatMap((timeZone) => [0, 2, 4].map((dayStart) => ({ ...utcCalendar, timeZone, dayStart })));

const exportsTried = 14;
const questionsEach = 12;
const database = duckdb();
const defined = new DefinitionAnswers(definedOn(database));

describe('answers from derived tables', () => {
  it.each(Array.from({ length: exportsTried }, (_, index) => index + 1))(
    'are those of the definitions on the transactions themselves: export %i',
    async (seed) => {
      const rows = randomExport(seed);
      const { engine, summary } = await engineWith(filesOf(rows));
      const chance = new Chance(seed + 1000);
      const calendar = seed % 2 === 0 ? utcCalendar : chance.of(calendars);
      await database.load(tablesOfRandom(rows, calendar));
      for (let i = 0; i < questionsEach; i++) {
        const { asOf: at, monthsBack } = lookAt(rows, chance);
        // People ask for days.
        const asOf = at !== undefined && chance.is(0.6) ? endOfDay(at, calendar) : at;
        const question: DefinitionQuestion = {
          calendar,
          // One that has nothing among them.
          merchantId: chance.is(0.1) ? 99 : chance.of(rows.merchants),
          asOf: asOf ?? summary.latest ?? '1970-01-01T00:00:00.000000Z',
          storeId: chance.is(0.5) ? chance.of([...rows.stores, 99]) : undefined,
          monthsBack,
          multiplier: chance.of([0.25, 1, 1.7, 2, 3]),
          limit: chance.of([0, 5, 1000]),
          pointsPerCurrencyUnit: chance.is(0.3) ? chance.of([1, 0.1, 3]) : undefined,
        };
        // From the transactions at first, then from what does not depend on the report date.
        if (i >= questionsEach / 3) await engine.prepare(question);
        await compare(engine, question, chance);
      }
    },
  );

  it('are so where rows lie at the instants that a report looks back to, or a microsecond beside them', async () => {
    const rows = atEdges();
    const { engine } = await engineWith(filesOf(rows));
    await database.load(tablesOfRandom(rows, utcCalendar));
    await engine.prepare({ merchantId: 1, asOf: reportAt });
    for (const asOf of [reportAt, instant(microsOf(reportAt) - dayMicros), instant(microsOf(reportAt) + dayMicros)])
      for (const storeId of [undefined, 10]) await compare(engine, { ...unchanged, asOf, storeId }, new Chance(1));
  });
});

const dayMicros = 86_400_000_000n;
const reportAt = '2026-03-31T23:59:59.999999Z';
const unchanged = { calendar: utcCalendar, merchantId: 1, monthsBack: 3, multiplier: 2, limit: 20 };

/** Cards and transactions at the instants that the overview and revenue look back to, and more than are added up at once. */
function atEdges(): RandomExport {
  const now = microsOf(reportAt);
  const cards: RandomExport['cards'] = [];
  const transactions: RandomExport['transactions'] = [];
  const card = (created: bigint, ...visits: bigint[]): void => {
    const id = cards.length + 1;
    const createdAt = instant(created);
    cards.push({ id, merchant: 1, createdAt, lastActivityAt: createdAt, isActive: true, points: 100, name: null });
    for (const at of visits)
      transactions.push({
        id: transactions.length + 1,
        merchant: 1,
        card: id,
        at: instant(at),
        type: 'points_earned',
        points: 10,
        store: 10 + (id % 2),
        cents: 500,
      });
  };
  const before = (days: number, micros = 0): bigint => now - BigInt(days) * dayMicros + BigInt(micros);
  const beside = [-1, 0, 1];
  for (const days of [0, 1, 30, 31, 60, 61, 91, 92, 93, 94, 150, 151, 182, 183, 240, 241, 364, 365])
    for (const micros of beside) {
      card(before(900), before(days, micros));
      for (const after of beside) card(before(days, micros), before(days - 60, micros + after));
      for (const gap of [30, 91]) card(before(900), before(days + gap, micros), before(days, micros));
    }
  // Last seen in the month that is cut, and again when the next one begins.
  const nextMonth = microsOf('2026-01-01T00:00:00Z');
  for (const micros of beside)
    for (let i = 0; i < 2; i++) card(before(900), nextMonth - dayMicros, nextMonth + BigInt(micros));
  // First seen on one day in one store, in slices of the cards that are added up apart.
  card(before(10), before(1000, -500));
  for (let i = 0; i < 150; i++)
    card(before(10), ...Array.from({ length: 150 }, (_, k) => before(1000 - 5 * k, -i - k)));
  // A store that opened just then.
  card(before(900), before(182), before(100));
  for (const row of transactions.slice(-2)) row.store = 12;
  return { merchants: [1], stores: [10, 11, 12], cards, transactions };
}

/** The last instant of the day of the calendar in which an instant lies. */
function endOfDay(instant: string, calendar: Calendar): string {
  const local = new LocalCalendar(calendar);
  return local.endOf(local.dayOf(instant));
}

/** What the cards of a complete list have, added up. */
function holdingsOf({ at_risk_count: count, total_cards_checked: checked, cards }: AtRiskCards): AtRiskHoldings {
  const balances = cards.map((card) => card.points_balance);
  const known = balances.filter((points) => points !== null);
  const owed = known.filter((points) => nearest(points) > 0).sort((a, b) => nearest(b) - nearest(a));
  const areKnown = known.length === count;
  return {
    count,
    checked,
    haveBalances: known.length > 0,
    points: areKnown ? exactSum(owed) : null,
    largest: areKnown ? exactSum(owed.slice(0, 10)) : 0,
  };
}

async function compare(engine: Engine, question: DefinitionQuestion, chance: Chance): Promise<void> {
  const asked = JSON.stringify(question);
  expect(await engine.cohortRetention(question), asked).toEqual(await defined.cohortRetention(question));
  expect(await engine.inactivitySpread(question), asked).toEqual(await defined.inactivitySpread(question));
  expect(await engine.churnBands(question), asked).toEqual(await defined.churnBands(question));
  expect(await engine.callList(question), asked).toEqual(await defined.callList(question));
  for (const rule of churnRules) {
    const test = { ...question, rule, horizonDays: chance.of([30, 61, 90, 180]), withoutLost: chance.is(0.5) };
    const found = await engine.backTest(test);
    expect(found, asked + JSON.stringify(test)).toEqual(await defined.backTest(test, found));
  }
  expect(await engine.overview(question), asked).toEqual(await defined.overview(question));
  expect(await engine.stores(question), asked).toEqual(await defined.stores(question));
  expect(await engine.activity(question), asked).toEqual(await defined.activity(question));

  const atRisk = await defined.atRiskCards(question);
  expect(await engine.atRiskCards(question), asked).toEqual(atRisk);
  const all = (await defined.atRiskCards({ ...question, limit: 1_000_000 })).cards;
  const sort = chance.of(orders);
  const search = chance.of(['', 'card', '1', 'LC 2', 'CÄRD 3', 'nobody']);
  const found = all.filter((card) => words(search).every((word) => searched(card).includes(word)));
  const listed = await engine.atRiskCards({ ...question, sort, search });
  expect(listed, asked + sort + search).toEqual({
    ...atRisk,
    ...(search && { found_count: found.length }),
    cards: inOrder(found, sort, listed.cards).slice(0, question.limit),
  });

  const { merchantId, asOf, calendar } = question;
  const whole = { merchantId, asOf, ...(calendar && { calendar }), limit: 1_000_000 };
  expect(await engine.atRiskHoldings(question), asked).toEqual(holdingsOf(await defined.atRiskCards(whole)));

  const revenue = await engine.revenueAttribution(question);
  expect(revenue, asked).toEqual(await defined.revenueAttribution(question));
  if (question.storeId !== undefined) expect(revenue.without_store, asked).toBeNull();
  else {
    const rows = [...revenue.by_store, ...(revenue.without_store ? [revenue.without_store] : [])];
    const sums = (of: readonly (typeof rows)[number][]): Exact[] => [
      exactSum(of.map(({ transactions_count }) => transactions_count)),
      exactSum(of.map(({ total_points_earned }) => total_points_earned!)),
    ];
    expect(sums(rows), asked).toEqual(sums(revenue.monthly as unknown as typeof rows));
  }
}

const orders = atRiskColumns.flatMap((column): AtRiskOrder[] => [column, `-${column}`]);

/** The random exports' names have no accents: a word with one finds what it would without. */
const words = (search: string): string[] => search.toLowerCase().replaceAll('ä', 'a').split(' ').filter(Boolean);
const searched = ({ card_number, customer_name }: AtRiskCard): string =>
  `${card_number} ${customer_name ?? ''}`.toLowerCase();

/**
 * Nulls last either way, equal ones in the order given, which is the service's. Usual intervals are sorted by what they are before they are
 * rounded, which the list does not show: of those that are rounded to the same the order is that of `shown`.
 */
function inOrder(cards: readonly AtRiskCard[], order: AtRiskOrder, shown: readonly AtRiskCard[]): AtRiskCard[] {
  const column = order.replace('-', '') as (typeof atRiskColumns)[number];
  const sign = order.startsWith('-') ? -1 : 1;
  const key = (card: AtRiskCard): string | number | null => {
    if (column !== 'avg_interval_days') return card[column];
    return card.interval_basis === 'gaps' || card.interval_basis === 'same-day' ? card.avg_interval_days : null;
  };
  const place = new Map(shown.map(({ card_id }, index) => [card_id, index]));
  const placeOf = ({ card_id }: AtRiskCard): number =>
    column === 'avg_interval_days' ? (place.get(card_id) ?? Infinity) : 0;
  const { compare } = new Intl.Collator('en', { numeric: column === 'card_number' });
  return cards.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (
      sign * (typeof one === 'number' ? one - Number(other) : compare(one, String(other))) ||
      placeOf(a) - placeOf(b) ||
      0
    );
  });
}
