import { exact, exactSum } from '../../../src/contract/exact.ts';
import { firstMidnight, isoDay } from '../../../src/domain/local-calendar.ts';
import { dayMicros, microsOf } from '../instant.ts';
import { enrolledTable, visitsTable } from '../rollup/rollup-tables.ts';
import { monthsOf } from '../scope.ts';
import type { AnswerContext } from '../question.ts';
import enrolledSql from './enrolled-by-period.sql?raw';
import type { Figures, MonthRow, Rows, SecondVisits, StoreRow } from './rows.ts';
import storesSql from './stores-from-visits.sql?raw';
import visitsSql from './visits-by-period.sql?raw';

/** Months that are shown. */
const shown = 36;

const sixtyDays = 60n * dayMicros;

/** The rows of an overview from what does not depend on the report instant (`rollup/`); null where that is not there, or not for this one. */
export async function fromVisits({ database, derivedTables, scope }: AnswerContext): Promise<Rows | null> {
  const query = async <R extends Record<string, unknown>>(sql: string): Promise<R[] | null> => {
    const asked = derivedTables.standing.ofDayParts(sql, [visitsTable, enrolledTable], scope);
    return asked && database.query<R>(asked.sql, asked.params);
  };
  const visits = await query<Visits>(visitsSql);
  const enrolled = visits && (await query<Enrolled>(enrolledSql));
  const stores = enrolled && (await query<StoreRow>(storesSql));
  if (!stores) return null;
  return {
    figures: figuresOf(visits!.filter(isUntilNow), enrolled.filter(isUntilNow), microsOf(scope.asOf)),
    stores,
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      transactions: sum(
        visits!.filter((one) => one.weekday === weekday && isIn(one, 0, 2)),
        'transactions',
      ),
    })),
    months: monthsFrom(visits!, enrolled, monthsOf(scope, 0).thisMonth),
  };
}

/** A period of the look back, from the latest on; null is after the report instant. */
type Period = { period: number | null; month: number; first_at: string };

type Visits = Period &
  Record<
    'weekday' | 'transactions' | 'known_points' | 'amounts' | 'fresh' | 'lapses' | 'month_firsts' | 'held_unknown',
    number
  > &
  Record<'points' | 'cents' | 'held', string | null>;

type Enrolled = Period &
  Record<'cards' | 'returned' | 'known_balances' | 'later_unknown', number> &
  Record<'balance' | 'minus_later', string | null>;

const isUntilNow = ({ period }: Period): boolean => period !== null;
const isIn = ({ period }: Period, from: number, to = from): boolean =>
  period !== null && period >= from && period <= to;

const sum = <K extends string>(rows: readonly Record<K, number>[], of: K): number =>
  rows.reduce((total, row) => total + row[of], 0);

/** A sum without an end to its digits. */
const exactly = <K extends string>(rows: readonly Record<K, string | null>[], of: K): string =>
  String(exactSum(rows.map((row) => exact(row[of] ?? '0'))));

function figuresOf(visits: readonly Visits[], enrolled: readonly Enrolled[], now: bigint): Figures & SecondVisits {
  const visitsIn = (from: number, to = from): Visits[] => visits.filter((row) => isIn(row, from, to));
  const enrolledIn = (from: number, to = from): Enrolled[] => enrolled.filter((row) => isIn(row, from, to));
  const first = [...visits, ...enrolled].map(({ first_at }) => first_at).sort()[0] ?? null;
  const hasPoints = visits.length === 0 || sum(visits, 'known_points') > 0;
  const hasBalances = enrolled.length === 0 || sum(enrolled, 'known_balances') > 0;
  // What came after enrolment is known where as much of it is unknown as came until now.
  const isClear = sum(enrolled, 'later_unknown') === sum(visits, 'held_unknown');
  const balances = [
    ...enrolled.flatMap(({ balance, minus_later }) => [balance, minus_later]),
    ...visits.map(({ held }) => held),
  ];
  return {
    first_instant: first,
    reaches_back: first === null ? null : microsOf(first.replace('T', ' ')) <= now - sixtyDays,
    has_amounts: sum(visits, 'amounts') > 0,
    cards: sum(enrolled, 'cards'),
    new_cards: sum(enrolledIn(0), 'cards'),
    new_cards_before: sum(enrolledIn(1), 'cards'),
    active_cards: sum(visits, 'fresh') - sum(visitsIn(1, 3), 'lapses'),
    active_cards_before: sum(visitsIn(1, 3), 'fresh') - sum(visitsIn(2, 3), 'lapses'),
    transactions: sum(visitsIn(0), 'transactions'),
    transactions_before: sum(visitsIn(1), 'transactions'),
    points: hasPoints ? exactly(visitsIn(0), 'points') : null,
    points_before: hasPoints ? exactly(visitsIn(1), 'points') : null,
    cents: exactly(visitsIn(0), 'cents'),
    cents_before: exactly(visitsIn(1), 'cents'),
    points_outstanding: hasBalances && isClear ? String(exactSum(balances.map((one) => exact(one ?? '0')))) : null,
    enrolled: sum(enrolledIn(2), 'cards'),
    enrolled_before: sum(enrolledIn(3), 'cards'),
    returned: sum(enrolledIn(2), 'returned'),
    returned_before: sum(enrolledIn(3), 'returned'),
  };
}

/** The latest months, gaps filled. What is older shows in nothing but that it is there. */
function monthsFrom(visits: readonly Visits[], enrolled: readonly Enrolled[], thisMonth: number): MonthRow[] {
  const firstShown = thisMonth - (shown - 1);
  const all = [...visits, ...enrolled];
  const isOlder = all.some(({ month }) => month < firstShown);
  const known = all.filter((row) => isUntilNow(row) && row.month >= firstShown).map(({ month }) => month);
  if (!isOlder && known.length === 0) return [];
  const first = isOlder ? firstShown : Math.min(...known);
  return Array.from({ length: thisMonth - first + 1 }, (_, index) => {
    const isOfIt = (row: Period): boolean => isUntilNow(row) && row.month === first + index;
    return {
      month: isoDay(firstMidnight(first + index)).slice(0, 7),
      enrolled: sum(enrolled.filter(isOfIt), 'cards'),
      active: sum(visits.filter(isOfIt), 'month_firsts'),
    };
  });
}
