import type { Activity } from '../../../src/contract/answers.ts';
import { isoDay } from '../../../src/domain/local-calendar.ts';
import { DAY } from '../../../src/domain/units.ts';
import type { AnswerContext } from '../question.ts';
import activitySql from './activity.sql?raw';

/** Transactions by day, of all of the export: it has no report date. */
export async function activity({ database, derivedTables, scope }: AnswerContext): Promise<Activity> {
  const rows = await database.query<DayRow>(await derivedTables.onCalendar(activitySql, scope), [scope.merchant]);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return { first: null, transactions: [] };
  const transactions = new Array<number>(last.day - first.day + 1).fill(0);
  for (const row of rows) transactions[row.day - first.day] = row.transactions;
  return { first: isoDay(first.day * DAY), transactions };
}

interface DayRow extends Record<string, unknown> {
  /** Days since 1970. */
  day: number;
  transactions: number;
}
