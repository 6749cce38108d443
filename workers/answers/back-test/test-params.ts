import { churnRules, horizons, type BackTestParams, type ChurnRule } from '../../../src/contract/back-test.ts';
import { checkBandMultiplier, checkMultiplier, checkOneOf, invalid } from '../params.ts';

/** What was asked for, or what is taken where nothing was said. */
export interface Test {
  rule: ChurnRule;
  multiplier: number;
  horizonDays: number;
  withoutLost: boolean;
}

/** @throws EngineError `parameter-invalid` */
export function checkTest({ rule = 'rhythm', multiplier, horizonDays, withoutLost = false }: BackTestParams): Test {
  return {
    rule: checkOneOf('rule', rule, churnRules),
    multiplier: rule === 'rhythm' ? checkBandMultiplier(multiplier) : checkMultiplier(multiplier),
    horizonDays: checkHorizon(horizonDays),
    withoutLost,
  };
}

/** @throws EngineError `parameter-invalid` */
function checkHorizon(days: number = horizons.usual): number {
  const { least: from, most: to } = horizons;
  if (Number.isInteger(days) && days >= from && days <= to) return days;
  throw invalid('horizonDays', days, { is: 'whole', from, to });
}
