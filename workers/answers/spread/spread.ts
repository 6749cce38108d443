import type { InactivitySpread, StoreParams } from '../../../src/contract/answers.ts';
import { binSql, inactivityTable, spreadBins } from '../at-risk/inactivity-table.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';

const spreadSql = `
  SELECT ${binSql} AS bin, count(*)::INTEGER AS cards
  FROM {inactivity}
  WHERE NOT $2::BOOLEAN OR last_store_id = $1::BIGINT
  GROUP BY 1`;

/** How the checked cards spread over days inactive / usual interval. */
export async function inactivitySpread(context: AnswerContext, params: StoreParams): Promise<InactivitySpread> {
  const { width, count } = spreadBins;
  const store = await storeFilter(context, params);
  const table = await derived(context, inactivityTable);
  const rows = await context.database.query<{ bin: number | null; cards: number }>(await table(spreadSql), store);
  const bins = Array.from({ length: count }, (_, index) => rows.find(({ bin }) => bin === index + 1)?.cards ?? 0);
  const beyond = rows.find(({ bin }) => bin === null)?.cards ?? 0;
  return { binWidth: width, bins, beyond, total: rows.reduce((sum, { cards }) => sum + cards, 0) };
}
