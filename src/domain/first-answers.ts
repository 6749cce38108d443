import type { Activity, AnswerParams, Overview } from '../contract/answers.ts';
import { isUtc, utcCalendar } from '../contract/calendar.ts';
import type { Engine } from '../contract/engine.ts';
import type { ExportSummary } from '../contract/summary.ts';
import { askSources, type AskedSources } from './insights/index.ts';

/**
 * What the first view of a sample says: the overview of its first merchant on its last day, in UTC, and the timeline above it. The engine
 * gives it beforehand (`sample-data/first-answers.ts`), so that it is seen while the engine still loads the sample.
 */
export interface FirstAnswers {
  summary: ExportSummary;
  overview: Overview;
  sources: AskedSources;
  activity: Activity;
}

/** Whether a question is of what was answered beforehand: the first merchant, the last day, UTC. */
export function isFirstQuestion(
  { merchantId, asOf, calendar = utcCalendar }: AnswerParams,
  first: FirstAnswers,
): boolean {
  const isOfMerchant = merchantId === undefined || merchantId === first.summary.merchants[0]?.id;
  return isOfMerchant && asOf === undefined && isUtc(calendar) && calendar.weekStart === utcCalendar.weekStart;
}

/** @param summary of the sample, which the engine holds */
export async function askFirst(engine: Engine, summary: ExportSummary): Promise<FirstAnswers> {
  const params = { merchantId: summary.merchants[0]?.id, calendar: utcCalendar };
  const [overview, sources, activity] = await Promise.all([
    engine.overview(params),
    askSources(engine, params),
    engine.activity(params),
  ]);
  return { summary, overview, sources, activity };
}
