import type { AtRiskHoldings } from '../../../src/contract/answers.ts';
import { exact, exactOrNull } from '../../../src/contract/exact.ts';
import { filled } from '../../database/filled.ts';
import { defaults } from '../../../src/contract/limits.ts';
import { derived, type AnswerContext } from '../question.ts';
import holdingsSql from './holdings.sql?raw';
import { balanceSql, inactivityTable } from './inactivity-table.ts';

/** The cards at risk (`at-risk.ts`) added up: what they have can be said however many they are. */
export async function atRiskHoldings(context: AnswerContext): Promise<AtRiskHoldings> {
  const table = await derived(context, inactivityTable);
  const sql = await table(filled(holdingsSql, { balance: balanceSql }));
  const [row] = await context.database.query<Holdings>(sql, [defaults.multiplier]);
  const { count, checked, balances, points, largest } = row!;
  const areKnown = balances === count;
  return {
    count,
    checked,
    haveBalances: balances > 0,
    points: areKnown ? exactOrNull(points) : null,
    largest: areKnown ? exact(largest) : 0,
  };
}

interface Holdings extends Record<string, unknown> {
  count: number;
  checked: number;
  /** How many are known. */
  balances: number;
  points: string;
  largest: string;
}
