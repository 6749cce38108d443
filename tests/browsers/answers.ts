import { openFile } from '../../workers/node/files.ts';
import { engineWith } from '../support/exports.ts';

/** What the views of an export say, each in numbers. */
export interface Answers {
  /** Key figures of the last 30 days: active cards, new cards, transactions, and revenue or else points. */
  overview: number[];
  /** A row a cohort: how many enrolled, and the percentages of them that were active. */
  cohorts: number[][];
  churn: {
    atRisk: number;
    checked: number;
    /** The first of the list: days inactive and points. */
    cards: number[][];
  };
  /** A row a month, and a row a store: transactions and points. */
  revenue: { months: number[][]; stores: number[][] };
  /** Rows read, used and set aside, by kind of file. */
  data: Record<string, number[]>;
}

/** Further rows of the cards at risk are drawn when they are scrolled to. */
export const listed = 12;

/** The digits of an amount at a glance: in whole units, but for small amounts, which keep their cents. */
const digitsOf = (cents: number): number => (cents < 100_000 && cents % 100 !== 0 ? cents : Math.round(cents / 100));

/** The answers of the engine in Node, which are those of the service (`tests/golden`). */
export async function answersOf(paths: readonly string[]): Promise<Answers> {
  const { engine, summary } = await engineWith(await Promise.all(paths.map(openFile)));
  const overview = await engine.overview({});
  const { cohorts } = await engine.cohortRetention({});
  const churn = await engine.atRiskCards({ sort: '-days_inactive' });
  const revenue = await engine.revenueAttribution({});
  const { activeCards, newCards, transactions, revenueCents, pointsEarned } = overview;
  return {
    overview: [
      ...[activeCards, newCards, transactions].map(({ current }) => current),
      revenueCents ? digitsOf(Number(revenueCents.current)) : Number(pointsEarned!.current),
    ],
    cohorts: cohorts.map(({ enrolled, retention }) => [enrolled, ...retention]),
    churn: {
      atRisk: churn.at_risk_count,
      checked: churn.total_cards_checked,
      cards: churn.cards.slice(0, listed).map((card) => [card.days_inactive, Number(card.points_balance)]),
    },
    revenue: {
      months: revenue.monthly.map((month) => [month.transactions_count, Number(month.total_points_earned)]),
      stores: [...revenue.by_store, ...(revenue.without_store ? [revenue.without_store] : [])].map((store) => [
        store.transactions_count,
        Number(store.total_points_earned),
      ]),
    },
    data: Object.fromEntries(
      summary.files.map(({ kind, rowsRead, rowsUsed }) => [kind, [rowsRead, rowsUsed, rowsRead - rowsUsed]]),
    ),
  };
}
