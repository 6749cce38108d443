import type { Change, Overview } from '../../../src/contract/answers.ts';
import type { Exact } from '../../../src/contract/exact.ts';
import { exact, exactOrNull } from '../../../src/contract/exact.ts';
import { idOf } from '../../database/ids.ts';
import figuresSql from './figures.sql?raw';
import monthsSql from './months.sql?raw';
import secondVisitSql from './second-visit.sql?raw';
import storesSql from './stores.sql?raw';
import weekdaysSql from './weekdays.sql?raw';
import type { AnswerContext } from '../question.ts';

/** The key figures; each is defined where the type `Overview` names it. */
export async function overview({ database, loaded, derivedTables, scope }: AnswerContext): Promise<Overview> {
  const bound = [scope.merchant, scope.asOf];
  const onCalendar = (sql: string): Promise<string> => derivedTables.onCalendar(sql, scope);
  const [figures] = await database.query<Figures>(figuresSql, bound);
  const [visits] = await database.query<SecondVisits>(await onCalendar(secondVisitSql), bound);
  const stores = await database.query<StoreRow>(storesSql, bound);
  const weekdays = await database.query<{ weekday: number; transactions: number }>(
    await onCalendar(weekdaysSql),
    bound,
  );
  const months = await database.query<{ month: string; enrolled: number; active: number }>(
    await onCalendar(monthsSql),
    bound,
  );

  const f = figures!;
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
      enrolled: { current: visits!.enrolled, previous: visits!.enrolled_before },
      returned: { current: visits!.returned, previous: visits!.returned_before },
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

interface Figures extends Record<string, unknown> {
  first_instant: string | null;
  reaches_back: boolean | null;
  has_amounts: boolean;
  cards: number;
  new_cards: number;
  new_cards_before: number;
  active_cards: number;
  active_cards_before: number;
  transactions: number;
  transactions_before: number;
  points: string | null;
  points_before: string | null;
  cents: string;
  cents_before: string;
  points_outstanding: string | null;
}

interface SecondVisits extends Record<string, unknown> {
  enrolled: number;
  enrolled_before: number;
  returned: number;
  returned_before: number;
}

interface StoreRow extends Record<string, unknown> {
  store_id: string;
  store_name: string | null;
  reaches_back: boolean;
  cards: number;
  cards_before: number;
}
