import type {
  Activity,
  AtRiskCard,
  AtRiskCards,
  CohortRetention,
  InactivitySpread,
  Overview,
  RevenueAttribution,
  StoreSummary,
} from '../../src/contract/answers.ts';
import type { BackTest, BackTestParams } from '../../src/contract/back-test.ts';
import type { CallList, ChurnBands } from '../../src/contract/bands.ts';
import type { Id } from '../../src/contract/ids.ts';
import type { DefinitionName, DefinitionParams } from '../../src/contract/definitions.ts';
import { exact, type Exact } from '../../src/contract/exact.ts';
import { backTestOf, type TallyRow } from '../../workers/answers/back-test/back-test.ts';
import { checkTest } from '../../workers/answers/back-test/test-params.ts';
import { bandsOf, type BandRow } from '../../workers/answers/bands/bands.ts';
import { calledCard, outcomeOf, type CalledRow } from '../../workers/answers/call-list/call-list.ts';
import { cohortsOf } from '../../workers/answers/cohorts/cohorts.ts';
import { definitions } from '../../workers/answers/definitions.ts';
import type { DefinitionDatabase, TextRow } from './definition-databases.ts';
import { utc } from './plain-tables.ts';

export interface DefinitionQuestion extends DefinitionParams {
  merchantId: Id;
  asOf: string;
}

/** What the definition of an answer gives. */
export type Defined = (name: DefinitionName, question: DefinitionQuestion) => Promise<TextRow[]>;

/** The definitions with what is bound to them, on a database. */
export function definedOn(database: DefinitionDatabase): Defined {
  return (name, { merchantId, asOf, storeId, ...params }) => {
    const { sql, bound } = definitions[name];
    return database.rows(sql, bound({ merchant: merchantId, asOf: utc(asOf), store: storeId ?? null }, params));
  };
}

/** The answers as the engine gives them, from what the definitions give. */
export class DefinitionAnswers {
  readonly #rows: Defined;

  constructor(rows: Defined) {
    this.#rows = rows;
  }

  async cohortRetention(question: DefinitionQuestion): Promise<CohortRetention> {
    const rows = await this.#rows('cohorts', question);
    const cells = rows.map(({ month, enrolled, retention, active }) => ({
      month: month!,
      enrolled: Number(enrolled),
      retention: Number(retention),
      active: Number(active),
    }));
    return cohortsOf(cells, question.monthsBack ?? 6);
  }

  async atRiskCards(question: DefinitionQuestion): Promise<AtRiskCards> {
    const rows = await this.#rows('at-risk', question);
    const { at_risk_count, total_cards_checked } = rows[0]!;
    const cards = rows.filter(({ card_id }) => card_id !== null);
    return {
      at_risk_count: Number(at_risk_count),
      total_cards_checked: Number(total_cards_checked),
      cards: cards.map((row) => ({
        card_id: idOf(row.card_id!),
        card_number: row.card_number!,
        customer_name: row.customer_name!,
        days_inactive: Number(row.days_inactive),
        avg_interval_days: Number(row.avg_interval_days),
        points_balance: exact(row.points_balance!),
        interval_basis: row.interval_basis as AtRiskCard['interval_basis'],
      })),
    };
  }

  async inactivitySpread(question: DefinitionQuestion): Promise<InactivitySpread> {
    const rows = await this.#rows('spread', question);
    const cards = (bin: number | null): number =>
      Number(rows.find((row) => row.bin === (bin === null ? null : String(bin)))?.cards ?? 0);
    return {
      binWidth: 0.25,
      bins: Array.from({ length: 32 }, (_, index) => cards(index + 1)),
      beyond: cards(null),
      total: rows.reduce((sum, row) => sum + Number(row.cards), 0),
    };
  }

  async churnBands(question: DefinitionQuestion): Promise<ChurnBands> {
    const rows = await this.#rows('bands', question);
    const counts = rows.map((row) => ({
      band: row.band as BandRow['band'],
      band_before: row.band_before as BandRow['band_before'],
      cards: Number(row.cards),
      balances: Number(row.balances),
      points: row.points!,
      amounts: Number(row.amounts),
      cents: row.cents!,
      visits: Number(row.visits),
    }));
    return bandsOf(counts, Math.max(1, question.multiplier ?? 2));
  }

  async callList(question: DefinitionQuestion): Promise<CallList> {
    const rows = await this.#rows('call-list', question);
    const first = rows[0]!;
    const outcome = outcomeOf({
      late: Number(first.late),
      has_money: first.has_money === '1',
      slipping: Number(first.slipping),
      slipping_away: Number(first.slipping_away),
      overdue: Number(first.overdue),
      overdue_away: Number(first.overdue_away),
    });
    const cards = rows.filter(({ card_id }) => card_id !== null);
    return {
      multiplier: Math.max(1, question.multiplier ?? 2),
      ...outcome,
      cards: cards.map((row) =>
        calledCard(
          {
            ...row,
            card_id: row.card_id!,
            card_number: row.card_number!,
            customer_name: row.customer_name!,
            band: row.band as CalledRow['band'],
            visits: Number(row.visits),
            last_day: Number(row.last_day),
            days_away: Number(row.days_away),
            span: Number(row.span),
            cents: row.cents!,
            store_id: row.store_id!,
            store_name: row.store_name!,
          },
          outcome,
          { card: false, store: false },
        ),
      ),
    };
  }

  /** @param given what does not follow from the definition */
  async backTest(
    { rule, ...question }: DefinitionQuestion & Pick<BackTestParams, 'rule'>,
    given: Pick<BackTest, 'testedOn' | 'isOver'>,
  ): Promise<BackTest> {
    const rows = await this.#rows(rule === 'service' ? 'back-test-service' : 'back-test', question);
    const numbers = (row: TextRow): TallyRow =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          value === null || isText.has(column) ? value : Number(value),
        ]),
      ) as unknown as TallyRow;
    return backTestOf(rows.map(numbers), checkTest({ ...question, rule }), given);
  }

  async revenueAttribution(question: DefinitionQuestion): Promise<RevenueAttribution> {
    const months = await this.#rows('revenue-monthly', question);
    const stores = await this.#rows('revenue-by-store', question);
    const without = stores.find(({ store_id }) => store_id === null);
    return {
      monthly: months.map((row) => ({
        month: row.month!,
        ...sumsOf(row),
        unique_customers: Number(row.unique_customers),
      })),
      by_store: stores.filter(({ store_id }) => store_id !== null).map((row) => ({ ...storeOf(row), ...sumsOf(row) })),
      without_store: without ? sumsOf(without) : null,
      months_back: question.monthsBack ?? 6,
    };
  }

  async overview(question: DefinitionQuestion): Promise<Overview> {
    const [f] = await this.#rows('overview-figures', question);
    const [visits] = await this.#rows('overview-second-visit', question);
    const stores = await this.#rows('overview-stores', question);
    const weekdays = await this.#rows('overview-weekdays', question);
    const months = await this.#rows('overview-months', question);
    const first = f!.first_instant!;
    const reachesBack = first !== null && Date.parse(`${first}Z`) <= Date.parse(question.asOf) - 60 * 86_400_000;
    const change = <N extends Exact>(name: string, of: (digits: string) => N): { current: N; previous: N | null } => ({
      current: of(f![name]!),
      previous: reachesBack ? of(f![`${name}_before`]!) : null,
    });
    return {
      asOf: question.asOf,
      firstInstant: first === null ? null : isoMicros(first),
      cards: Number(f!.cards),
      activeCards: change('active_cards', Number),
      newCards: change('new_cards', Number),
      transactions: change('transactions', Number),
      pointsEarned: change('points', exact),
      revenueCents: f!.amounts === '0' ? null : change('cents', exact),
      pointsOutstanding: exact(f!.points_outstanding!),
      secondVisit: {
        enrolled: { current: Number(visits!.enrolled), previous: Number(visits!.enrolled_before) },
        returned: { current: Number(visits!.returned), previous: Number(visits!.returned_before) },
      },
      stores: stores.map((row) => ({
        storeId: idOf(row.store_id!),
        storeName: storeOf(row).store_name,
        activeCards: {
          current: Number(row.cards),
          previous: row.cards_before === null ? null : Number(row.cards_before),
        },
      })),
      weekdays: Array.from({ length: 7 }, (_, day) =>
        Number(weekdays.find(({ weekday }) => weekday === String(day + 1))?.transactions ?? 0),
      ),
      enrolment: months.map(({ month, enrolled }) => ({ month: month!, cards: Number(enrolled) })),
      monthlyActive: months.map(({ month, active }) => ({ month: month!, cards: Number(active) })),
    };
  }

  async stores(question: DefinitionQuestion): Promise<StoreSummary[]> {
    const rows = await this.#rows('stores', question);
    return rows.map((row) => {
      const { store_id: id, store_name: name } = storeOf(row);
      return { id, name, transactions: Number(row.transactions) };
    });
  }

  async activity(question: DefinitionQuestion): Promise<Activity> {
    const rows = await this.#rows('activity', question);
    const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
    const first = rows[0]?.day ?? null;
    const transactions: number[] = [];
    for (const row of rows) transactions[dayNumber(row.day!) - dayNumber(first!)] = Number(row.transactions);
    return { first, transactions: Array.from(transactions, (count) => count ?? 0) };
  }
}

function storeOf({ store_id, store_name }: TextRow): { store_id: Id; store_name: string | null } {
  return { store_id: idOf(store_id!), store_name: store_name ?? null };
}

/** An id as answers show it, in exports whose ids are numbers or plainly text. */
const idOf = (text: string): Id => (/^-?\d+$/.test(text) ? exact(text) : text);

function sumsOf(row: TextRow): {
  transactions_count: number;
  total_points_earned: Exact;
  estimated_revenue_cents: Exact | null;
} {
  const { transactions_count, total_points_earned, estimated_revenue_cents } = row;
  return {
    transactions_count: Number(transactions_count),
    total_points_earned: exact(total_points_earned!),
    estimated_revenue_cents: estimated_revenue_cents === null ? null : exact(estimated_revenue_cents!),
  };
}

/** An instant as a database writes it, with all of its microseconds. */
function isoMicros(text: string): string {
  const [seconds, fraction = ''] = text.replace(' ', 'T').split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}

/** Columns of a back-test that numbers do not hold exactly. */
const isText = new Set(['cents', 'by_times', 'by_days', 'squares_away', 'squares_back']);
