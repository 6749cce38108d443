import type { BackTest, BackTestParams, ChurnRule, FlaggedAt } from '../../../src/contract/back-test.ts';
import { exactOrNull } from '../../../src/contract/exact.ts';
import { LocalCalendar } from '../../../src/domain/local-calendar.ts';
import { deviationsOf95 } from '../../../src/domain/statistics.ts';
import { filled } from '../../database/filled.ts';
import { withVisits } from '../bands/visits.ts';
import { millisOf } from '../instant.ts';
import type { AnswerContext } from '../question.ts';
import { checkedCards } from './checked-cards.ts';
import knownSql from './known.part.sql?raw';
import rhythmSql from './rhythm.definition.sql?raw';
import serviceSql from './service.definition.sql?raw';
import tallySql from './tally.sql?raw';
import { checkTest, type Test } from './test-params.ts';

/** The rule by rhythm begins at 1, below which a card is within its rhythm. */
const firstStep: Record<ChurnRule, string> = { rhythm: '4', service: '1' };

/** A statement that gives one row a multiplier from one that gives the checked cards. */
const tallied = (rule: ChurnRule, checked: string): string =>
  `${checked.trimEnd()}\n${filled(tallySql, { 'first step': firstStep[rule] })}`;

/** A definition with what both have in common. */
function defined(sql: string): string {
  return withVisits(filled(sql, { known: knownSql.trimEnd() }));
}

/** The definitions. */
export const backTestSql: Record<ChurnRule, string> = {
  rhythm: tallied('rhythm', defined(rhythmSql)),
  service: tallied('service', defined(serviceSql)),
};

/** Whether a rule knew, `horizonDays` before the report date, who would stay away until then. */
export async function backTest(context: AnswerContext, params: BackTestParams): Promise<BackTest> {
  const test = checkTest(params);
  const { sql, bound, testedOn } = await checkedCards(context, test, params);
  const rows = await context.database.query<TallyRow>(tallied(test.rule, sql), [...bound, test.horizonDays]);
  return backTestOf(rows, test, { testedOn, isOver: isOver(context) });
}

/** Whether transactions, of any merchant, go on until the day of the report. When cards were enrolled says nothing of visits. */
function isOver({ loaded: { latestTransaction }, scope: { asOf, calendar } }: AnswerContext): boolean {
  if (latestTransaction === null) return false;
  const local = new LocalCalendar(calendar);
  return local.midnightOf(millisOf(asOf)) <= local.midnightOf(Date.parse(latestTransaction));
}

/** A multiplier as the statements give it, with what is of all of them. */
export interface TallyRow extends Record<string, unknown> {
  multiplier: number;
  flagged: number;
  flagged_away: number;
  naive_days: number | null;
  naive: number;
  naive_away: number;
  cards: number;
  away: number;
  /** 1 where the checked cards have purchase amounts, 0 where not. */
  has_money: number;
  cents: string;
  seldom: number;
  regular: number;
  usual_interval: number | null;
  /** Pairs in the right order, twice; by the rule, and by days. */
  by_times: string;
  by_days: string;
  /** The squares of how they differ, of cards that stayed away and that came back. */
  squares_away: string;
  squares_back: string;
}

/** The answer from its rows. */
export function backTestOf(rows: readonly TallyRow[], test: Test, of: Pick<BackTest, 'testedOn' | 'isOver'>): BackTest {
  const all = rows[0]!;
  const isLeft = (row: TallyRow): boolean => !test.withoutLost || row.multiplier < 2 * test.multiplier;
  return {
    ...test,
    testedOn: of.testedOn,
    isOver: of.isOver,
    cards: all.cards,
    stayedAway: all.away,
    byMultiplier: rows.filter(isLeft).map((row): FlaggedAt => ({
      multiplier: row.multiplier,
      flagged: row.flagged,
      stayedAway: row.flagged_away,
      naive: { days: row.naive_days, flagged: row.naive, stayedAway: row.naive_away },
    })),
    spentCents: all.has_money > 0 ? exactOrNull(all.cents) : null,
    ranking: rankingOf(all),
    usualInterval: all.usual_interval,
    regular: all.regular,
    seldom: all.seldom,
  };
}

/**
 * The areas under two receiver operating characteristics of the same cards. Of a card, the difference of its places among those of the
 * other kind is one of scores that do not depend on each other, so that the variance of the difference of the areas is the sum of their
 * variances over their numbers.
 *
 * Source: DeLong, DeLong, Clarke-Pearson, Comparing the areas under two or more correlated receiver operating characteristic curves,
 * Biometrics 44 (1988).
 */
function rankingOf(row: TallyRow): BackTest['ranking'] {
  const { away } = row;
  const back = row.cards - away;
  if (away === 0 || back === 0) return null;
  const pairs = 2 * away * back;
  const [rule, days] = [Number(row.by_times) / pairs, Number(row.by_days) / pairs];
  const difference = rule - days;
  // A place is of twice as many as there are cards of the other kind.
  const variance = (squares: string, cards: number, others: number): number =>
    (Number(squares) / (2 * others) ** 2 - cards * difference ** 2) / (cards - 1) / cards;
  if (away === 1 || back === 1) return { rule, days, difference: null };
  const error = Math.sqrt(Math.max(0, variance(row.squares_away, away, back) + variance(row.squares_back, back, away)));
  return {
    rule,
    days,
    difference: { from: difference - deviationsOf95 * error, to: difference + deviationsOf95 * error },
  };
}
