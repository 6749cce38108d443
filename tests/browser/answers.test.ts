import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtRiskCards, CohortRetention, RevenueAttribution } from '../../src/contract/answers.ts';

import { format, messages } from '../support/english.ts';
import { connectToChromium, goTo, openExport, openPage, type WatchedPage } from './page.ts';
import { expectNothingWrong, numberIn, tableOf } from './readings.ts';

const { churnText, cohortsText, revenueText } = messages;
const { metric, monthlyHeading, storesHeading } = revenueText;

interface Recorded {
  as_of: string;
  answers: { call: string; merchant_id: number; params: Record<string, number>; answer: unknown }[];
}

const seed = 'seed-b';
const { as_of, answers } = JSON.parse(
  readFileSync(new URL(`../golden/${seed}/expected.json`, import.meta.url), 'utf8'),
) as Recorded;

function recorded<T>(call: string, merchant: number, params: Record<string, number>): T {
  const found = answers.find(
    (one) => one.call === call && one.merchant_id === merchant && JSON.stringify(one.params) === JSON.stringify(params),
  );
  return found!.answer as T;
}

describe('the numbers on the page are the recorded answers of the service', () => {
  let browser: Browser;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await connectToChromium();
    watched = await openPage(browser);
    await openExport(watched, seed);
  });
  afterAll(() => browser.close());

  const scope = (merchant: number): string => `merchant=${merchant}&as_of=${encodeURIComponent(as_of)}`;

  it.each([
    [1, 6],
    [2, 12],
    [3, 24],
  ])('cohorts of merchant %i over %i months', async (merchant, monthsBack) => {
    await goTo(watched.page, `#/cohorts?months_back=${monthsBack}&${scope(merchant)}`);
    const { cohorts } = recorded<CohortRetention>('get_cohort_retention', merchant, { months_back: monthsBack });
    const shown = async (): Promise<unknown> =>
      (await tableOf(watched.page, cohortsText.panel)).map(([, enrolled, ...cells]) => ({
        enrolled: numberIn(enrolled!),
        retention: cells.filter((cell) => cell.trim() !== '').map(numberIn),
      }));
    await expect.poll(shown).toEqual(cohorts.map(({ enrolled, retention }) => ({ enrolled, retention })));
  });

  it.each([
    [1, 2],
    [2, 0.5],
    [2, 3],
  ])('cards at risk of merchant %i at %f usual intervals', async (merchant, multiplier) => {
    await goTo(watched.page, `#/churn?limit=50&multiplier=${multiplier}&${scope(merchant)}`);
    const answer = recorded<AtRiskCards>('get_at_risk_cards', merchant, { inactivity_multiplier: multiplier });
    const main = watched.page.locator('main');
    await expect
      .poll(() => main.locator('strong').first().innerText())
      .toBe(answer.at_risk_count.toLocaleString('en-GB'));
    const share = format.share(answer.at_risk_count, answer.total_cards_checked);
    await expect
      .poll(() => main.innerText())
      .toContain(churnText.ofChecked(answer.at_risk_count, answer.total_cards_checked, share));
    // Rows further down are drawn when they are scrolled to.
    const drawn = 12;
    const expected = answer.cards
      .toSorted((a, b) => b.days_inactive - a.days_inactive || Number(a.card_id) - Number(b.card_id))
      .slice(0, drawn)
      .map((card) => [
        card.card_number,
        card.customer_name ?? churnText.noName,
        card.days_inactive,
        card.avg_interval_days,
        card.points_balance,
      ]);
    const shown = async (): Promise<unknown> =>
      (await tableOf(watched.page, churnText.listTitle))
        .slice(0, drawn)
        .map(([card, customer, days, interval, points]) => [
          card,
          customer,
          numberIn(days!),
          intervalIn(interval!),
          numberIn(points!),
        ]);
    await expect.poll(shown).toEqual(expected);
  });

  it.each([
    [1, 6],
    [2, 24],
  ])('revenue of merchant %i over %i months', async (merchant, monthsBack) => {
    await goTo(watched.page, `#/revenue?months_back=${monthsBack}&${scope(merchant)}`);
    const { monthly, by_store } = recorded<RevenueAttribution>('get_revenue_attribution', merchant, {
      months_back: monthsBack,
    });
    const byMonth = async (): Promise<unknown> =>
      (await tableOf(watched.page, monthlyHeading(metric.revenue))).map((cells) => cells.slice(1, 4).map(numberIn));
    await expect
      .poll(byMonth)
      .toEqual(monthly.map((month) => [month.transactions_count, month.total_points_earned, month.unique_customers]));
    const byStore = async (): Promise<unknown> =>
      (await tableOf(watched.page, storesHeading(metric.revenue))).map(([store, ...cells]) => [
        store,
        ...cells.slice(0, 2).map(numberIn),
      ]);
    const inDefinedOrder = by_store.toSorted((a, b) => Number(a.store_id) - Number(b.store_id));
    // What has no store makes the rows add up to the months.
    const rest = (of: 'transactions_count' | 'total_points_earned'): number =>
      sum(monthly.map((month) => Number(month[of]))) - sum(by_store.map((store) => Number(store[of])));
    await expect
      .poll(byStore)
      .toEqual([
        ...inDefinedOrder.map((store) => [store.store_name, store.transactions_count, store.total_points_earned]),
        [revenueText.noStore, rest('transactions_count'), rest('total_points_earned')],
      ]);
  });

  it('was reached without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What the service takes for an interval that the page calls by what stands behind it. */
function intervalIn(cell: string): number {
  const { basis, lessThanADay } = churnText;
  if ([basis['one-transaction'], basis['no-transaction']].includes(cell)) return 60;
  return [basis['same-day'], lessThanADay].includes(cell) ? 0 : numberIn(cell);
}
