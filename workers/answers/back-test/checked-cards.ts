import type { StoreParams } from '../../../src/contract/answers.ts';
import type { Day } from '../../../src/contract/ids.ts';
import type { Param } from '../../database/database.ts';
import { filled } from '../../database/filled.ts';
import { inactivityTable } from '../at-risk/inactivity-table.ts';
import { rhythmTable } from '../bands/rhythm-table.ts';
import { storeFilter, type AnswerContext } from '../question.ts';
import checkedByRhythmSql from './checked-by-rhythm.sql?raw';
import checkedByServiceSql from './checked-by-service.sql?raw';
import { testDate } from './test-date.ts';
import type { Test } from './test-params.ts';

/** The cards that a test checks, as the beginning of a statement, `WITH checked AS (…),`, what is bound to `$1` to `$4`, and the day of the test. */
export async function checkedCards(
  context: AnswerContext,
  { rule, multiplier, horizonDays, withoutLost }: Test,
  params: StoreParams,
): Promise<{ sql: string; bound: Param[]; testedOn: Day }> {
  const { derivedTables, scope } = context;
  const { instant, day: testedOn } = testDate(scope, horizonDays);
  const before = { ...scope, asOf: instant };
  const tables = {
    report: await derivedTables.nameOf(rhythmTable, scope),
    test: await derivedTables.nameOf(rhythmTable, before),
  };
  const sql =
    rule === 'rhythm'
      ? filled(checkedByRhythmSql, tables)
      : filled(checkedByServiceSql, { ...tables, inactivity: await derivedTables.nameOf(inactivityTable, before) });
  return { sql, bound: [...(await storeFilter(context, params)), withoutLost, multiplier], testedOn };
}
