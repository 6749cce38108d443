/** What is most worth knowing, of all answers together. It is put into words in `text/insights.ts`. */

import type { Insight, InsightSources } from './insight.ts';
import { atRisk, changeInsight, enrolmentPeak, pointsOutstanding, secondVisit } from './members.ts';
import { storeInsights, storeShare } from './stores.ts';
import { bestMonth, weekday } from './times.ts';

export type { Insight, InsightSources, InsightStore, Share } from './insight.ts';
export { askSources, type AskedSources } from './sources.ts';
export { weekdaysPeriod } from './times.ts';

/**
 * What is most worth knowing, first things first. Each insight needs enough cases to mean something: a count that
 * may differ by chance (2.5 standard deviations of a Poisson or binomial count) is not reported as a change.
 */
export function insightsOf(sources: InsightSources): Insight[] {
  return [
    ...storeInsights(sources.overview),
    changeInsight('active-cards', sources.overview.activeCards, { least: 8, weight: 45, answer: 'cohorts' }),
    changeInsight('new-cards', sources.overview.newCards, { least: 20, weight: 32, answer: 'cohorts' }),
    secondVisit(sources.overview),
    atRisk(sources.atRisk),
    enrolmentPeak(sources),
    pointsOutstanding(sources.overview),
    weekday(sources),
    storeShare(sources),
    bestMonth(sources),
  ]
    .filter((insight) => insight !== null)
    .sort((a, b) => b.weight - a.weight);
}
