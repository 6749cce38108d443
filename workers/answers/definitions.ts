import type { BackTestParams } from '../../src/contract/back-test.ts';
import type { DefinitionName, DefinitionParams } from '../../src/contract/definitions.ts';
import type { Param } from '../database/database.ts';
import activitySql from './activity/definition.sql?raw';
import atRiskSql from './at-risk/definition.sql?raw';
import { backTestSql } from './back-test/back-test.ts';
import { withVisits } from './bands/visits.ts';
import { checkTest } from './back-test/test-params.ts';
import bandsSql from './bands/definition.sql?raw';
import callListSql from './call-list/definition.sql?raw';
import cohortsSql from './cohorts/definition.sql?raw';
import overviewFiguresSql from './overview/figures.definition.sql?raw';
import overviewMonthsSql from './overview/months.definition.sql?raw';
import overviewSecondVisitSql from './overview/second-visit.definition.sql?raw';
import overviewStoresSql from './overview/stores.definition.sql?raw';
import overviewWeekdaysSql from './overview/weekdays.definition.sql?raw';
import { checkBandMultiplier, checkLimit, checkMonthsBack, checkMultiplier, checkPointsRate } from './params.ts';
import revenueByStoreSql from './revenue/by-store.definition.sql?raw';
import revenueMonthlySql from './revenue/monthly.definition.sql?raw';
import spreadSql from './spread/definition.sql?raw';
import storesSql from './stores/definition.sql?raw';

/** What a question is about, as a definition takes it. */
export interface Subject {
  merchant: Param;
  /** As SQL text. */
  asOf: string;
  store: Param;
}

/** An answer, or a part of one, as one SQL text over the tables of `tables.sql`: the same on DuckDB and PostgreSQL. */
export interface Definition {
  /** Its parameters are `$1` and on, each with its type beside it wherever it stands: `$1::BIGINT`. */
  sql: string;
  /** What is bound to them. */
  bound: (subject: Subject, params: DefinitionParams) => Param[];
}

const ofMerchant = (sql: string): Definition => ({ sql, bound: ({ merchant }) => [merchant] });

const ofReport = (sql: string): Definition => ({ sql, bound: ({ merchant, asOf }) => [merchant, asOf] });

/** @param own what is bound behind merchant, report instant and store */
const ofStore = (sql: string, own: (params: DefinitionParams) => Param[] = () => []): Definition => ({
  sql,
  bound: ({ merchant, asOf, store }, params) => [merchant, asOf, store, ...own(params)],
});

const lookBack = ({ monthsBack, pointsPerCurrencyUnit }: DefinitionParams): Param[] => [
  checkMonthsBack(monthsBack),
  checkPointsRate(pointsPerCurrencyUnit),
];

const testBound = (params: BackTestParams): Param[] => {
  const { multiplier, horizonDays, withoutLost } = checkTest(params);
  return [multiplier, horizonDays, withoutLost];
};

export const definitions: Record<DefinitionName, Definition> = {
  cohorts: ofStore(cohortsSql, ({ monthsBack }) => [checkMonthsBack(monthsBack)]),
  'at-risk': ofStore(atRiskSql, ({ multiplier, limit }) => [checkMultiplier(multiplier), checkLimit(limit)]),
  spread: ofStore(spreadSql),
  bands: ofStore(withVisits(bandsSql), ({ multiplier }) => [checkBandMultiplier(multiplier)]),
  'call-list': ofStore(withVisits(callListSql), ({ multiplier, limit }) => [
    checkBandMultiplier(multiplier),
    checkLimit(limit),
  ]),
  'back-test': ofStore(backTestSql.rhythm, (params) => testBound({ ...params, rule: 'rhythm' })),
  'back-test-service': ofStore(backTestSql.service, (params) => testBound({ ...params, rule: 'service' })),
  'revenue-monthly': ofStore(revenueMonthlySql, lookBack),
  'revenue-by-store': ofStore(revenueByStoreSql, lookBack),
  'overview-figures': ofReport(overviewFiguresSql),
  'overview-second-visit': ofReport(overviewSecondVisitSql),
  'overview-stores': ofReport(overviewStoresSql),
  'overview-weekdays': ofReport(overviewWeekdaysSql),
  'overview-months': ofReport(overviewMonthsSql),
  stores: ofMerchant(storesSql),
  activity: ofMerchant(activitySql),
};
