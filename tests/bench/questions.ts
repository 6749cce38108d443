/** Milliseconds by what was measured, one for each round. */
export type Measured = Record<string, number[]>;

/**
 * The questions of the bench: what is asked of the engine in round `i`. Parameters differ from round to round, as they do
 * under a user's hand; `day` moves the report date, so that nothing kept for another date helps.
 */
export const questions: Record<
  string,
  { call: 'cohortRetention' | 'atRiskCards' | 'revenueAttribution' | 'overview'; params: (i: number) => object }
> = {
  'cohorts, 6 months': { call: 'cohortRetention', params: (i) => ({ monthsBack: 6, asOf: day(i) }) },
  'cohorts, 12 months': { call: 'cohortRetention', params: (i) => ({ monthsBack: 12, asOf: day(i) }) },
  'at risk, new report date': { call: 'atRiskCards', params: (i) => ({ asOf: day(i) }) },
  'at risk, multiplier moves': { call: 'atRiskCards', params: (i) => ({ multiplier: 1 + i / 10 }) },
  'revenue, 6 months': { call: 'revenueAttribution', params: (i) => ({ monthsBack: 6, asOf: day(i) }) },
  'revenue, 12 months': { call: 'revenueAttribution', params: (i) => ({ monthsBack: 12, asOf: day(i) }) },
  overview: { call: 'overview', params: (i) => ({ asOf: day(i) }) },
};

/** The sample's data ends on 2026-10-31. */
function day(i: number): string {
  return new Date(Date.UTC(2026, 9, 31 - i, 12)).toISOString();
}
