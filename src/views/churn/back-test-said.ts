import { inUse, percentOf } from '../../charts/back-test.ts';
import type { BackTest, Cell } from '../../contract/back-test.ts';
import { nearest } from '../../contract/exact.ts';
import type { Instant } from '../../contract/ids.ts';
import { wilson } from '../../domain/statistics.ts';
import { DAY } from '../../domain/units.ts';
import type { Format } from '../../text/format.ts';
import type { Messages } from '../../text/messages.ts';

/** How it is said. */
export interface Said {
  format: Format;
  messages: Pick<Messages, 'backTestText'>;
}

/** One of the four cells. */
export const cellTitle = ({ flagged, stayedAway }: Cell, { backTestText: text }: Said['messages']): string =>
  text.cell(flagged ? text.flagged : text.notFlagged, stayedAway ? text.stayedAway : text.cameBack);

/** What the rule said, and what happened. */
export function said(answer: BackTest, { format, messages }: Said): string[] {
  const text = messages.backTestText;
  const { flagged, stayedAway } = inUse(answer);
  if (flagged === 0) return [text.nobody];
  const { from, to } = wilson(stayedAway, flagged)!;
  const interval = text.range(percentOf(from, format), percentOf(to, format));
  const right = text.right(stayedAway, flagged, format.share(stayedAway, flagged), interval);
  if (answer.stayedAway === 0) return [right];
  const share = format.share(stayedAway, answer.stayedAway);
  return [right, text.found(share, answer.stayedAway, format.share(answer.stayedAway, answer.cards))];
}

/** So few cards have intervals that are too narrow. */
const leastOfEach = 20;

/**
 * Which of the rule and the days alone knew better, where that is not chance; null where nobody stayed away, or nobody came back. Not of cards that
 * were chosen by the rule itself, as those are that were not yet lost by it: that the rule tells little among them says nothing.
 */
export function verdict(
  { ranking, cards, stayedAway, withoutLost }: BackTest,
  { format, messages }: Said,
): string | null {
  const { better } = messages.backTestText;
  if (ranking === null || withoutLost) return null;
  if (!ranking.difference || Math.min(stayedAway, cards - stayedAway) < leastOfEach) return better.unknown;
  const { rule, days, difference } = ranking;
  const written = (digits: number): [string, string] => [
    format.decimal(100 * rule, digits),
    format.decimal(100 * days, digits),
  ];
  const [whole, precise] = [written(0), written(1)];
  const pairs = whole[0] === whole[1] ? precise : whole;
  // What is the same to the last digit in sight is no difference that matters.
  const isSame = pairs[0] === pairs[1] || (difference.from <= 0 && difference.to >= 0);
  return better[isSame ? 'neither' : rule > days ? 'rule' : 'days'](...pairs);
}

/** What else follows of it. */
export function remarks(answer: BackTest, { format, messages }: Said): string[] {
  const text = messages.backTestText;
  const { naive, flagged, stayedAway } = inUse(answer);
  const usual = answer.usualInterval;
  const inDays = (n: number): string => text.dayCount(Math.round(n));
  const isAsMany = Math.abs(naive.flagged - flagged) * 10 <= flagged;
  return [
    !answer.withoutLost && flagged > 0 && naive.flagged > 0 && naive.days !== null
      ? text.naive(naive.days, naive.flagged, naive.stayedAway, format.share(naive.stayedAway, naive.flagged), isAsMany)
      : null,
    answer.spentCents !== null && nearest(answer.spentCents) > 0
      ? text.whatIf(stayedAway, format.moneyRounded(answer.spentCents))
      : null,
    // Nobody is lost to the service.
    answer.rule === 'rhythm' && usual !== null && answer.multiplier > 1 && Math.round(usual) > 0
      ? text.lead(inDays(usual), inDays((answer.multiplier - 1) * usual), inDays(answer.multiplier * usual))
      : null,
    // The time is shorter than what a fifth of them usually take.
    answer.seldom * 5 > answer.regular
      ? text.seldom(format.share(answer.seldom, answer.regular), answer.horizonDays)
      : null,
  ].filter((remark) => remark !== null);
}

/** That the rule had seen too little when it was asked; null where it had not. */
export function shortHistory(answer: BackTest, earliest: Instant | null, { messages }: Said): string | null {
  const days = earliest === null ? 0 : Math.floor((Date.parse(answer.testedOn) - Date.parse(earliest)) / DAY) + 1;
  return days < 2 * answer.horizonDays ? messages.backTestText.short(Math.max(0, days)) : null;
}
