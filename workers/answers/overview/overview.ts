import type { Change, Overview } from '../../../src/contract/answers.ts';
import type { Exact } from '../../../src/contract/exact.ts';
import { exact, exactOrNull } from '../../../src/contract/exact.ts';
import { idOf } from '../../database/ids.ts';
import { fromVisits } from './from-visits.ts';
import figuresSql from './figures.sql?raw';
import monthsSql from './months.sql?raw';
import secondVisitSql from './second-visit.sql?raw';
import storesSql from './stores.sql?raw';
import weekdaysSql from './weekdays.sql?raw';
import type { Figures, MonthRow, Rows, SecondVisits, StoreRow, WeekdayRow } from './rows.ts';
import type { AnswerContext } from '../question.ts';

/** The key figures; each is defined where the type `Overview` names it. */
export async function overview(context: AnswerContext): Promise<Overview> {
  const { loaded, scope } = context;
  const { figures: f, stores, weekdays, months } = (await fromVisits(context)) ?? (await fromTransactions(context));
  const change = <N extends Exact>(current: N, previous: N): Change<N> => ({
    current,
    previous: f.reaches_back ? previous : null,
  });
  return {
    asOf: `${scope.asOf.replace(' ', 'T')}Z`,
    firstInstant: f.first_instant,
    cards: f.cards,
    activeCards: change(f.active_cards, f.active_cards_before),
    newCards: change(f.new_cards, f.new_cards_before),
    transactions: change(f.transactions, f.transactions_before),
    pointsEarned: f.points === null ? null : change(exact(f.points), exact(f.points_before!)),
    revenueCents: f.has_amounts ? change(exact(f.cents), exact(f.cents_before)) : null,
    pointsOutstanding: exactOrNull(f.points_outstanding),
    secondVisit: {
      enrolled: { current: f.enrolled, previous: f.enrolled_before },
      returned: { current: f.returned, previous: f.returned_before },
    },
    stores: stores.map(({ store_id, store_name, reaches_back, cards, cards_before }) => ({
      storeId: idOf(store_id, loaded.textSpaces.has('store')),
      storeName: store_name,
      activeCards: { current: cards, previous: reaches_back ? cards_before : null },
    })),
    weekdays: Array.from(
      { length: 7 },
      (_, day) => weekdays.find(({ weekday }) => weekday === day + 1)?.transactions ?? 0,
    ),
    enrolment: months.map(({ month, enrolled }) => ({ month, cards: enrolled })),
    monthlyActive: months.map(({ month, active }) => ({ month, cards: active })),
  };
}

/** From the transactions themselves. */
async function fromTransactions({ database, derivedTables, scope }: AnswerContext): Promise<Rows> {
  const query = async <R extends Record<string, unknown>>(sql: string): Promise<R[]> =>
    database.query<R>(await derivedTables.onCalendar(sql, scope), [scope.merchant, scope.asOf]);
  const [figures] = await query<Figures>(figuresSql);
  const [secondVisits] = await query<SecondVisits>(secondVisitSql);
  return {
    figures: { ...figures!, ...secondVisits! },
    stores: await query<StoreRow>(storesSql),
    weekdays: await query<WeekdayRow>(weekdaysSql),
    months: await query<MonthRow>(monthsSql),
  };
}
