import { inUse } from '../../charts/back-test.ts';
import type { BackTest } from '../../contract/back-test.ts';
import { nearest } from '../../contract/exact.ts';
import { wilson } from '../../domain/statistics.ts';
import type { Format } from '../../text/format.ts';
import type { Messages } from '../../text/messages.ts';

/** How it is said. */
export interface Said {
  format: Format;
  messages: Pick<Messages, 'backTestText'>;
}

/** `45%`; a dash for what is unknown. */
export const percentOf = (share: number | null, format: Format): string =>
  share === null ? '–' : format.percent(100 * share);

/** What the rule said, and what happened. */
export function said(answer: BackTest, words: Said): string[] {
  const { format } = words;
  const text = words.messages.backTestText;
  const { flagged, stayedAway } = inUse(answer);
  if (flagged === 0) return [text.nobody];
  const { from, to } = wilson(stayedAway, flagged)!;
  const sentences = [
    text.right(
      stayedAway,
      flagged,
      format.share(stayedAway, flagged),
      text.range(percentOf(from, format), percentOf(to, format)),
    ),
  ];
  if (answer.stayedAway > 0)
    sentences.push(
      text.found(
        format.share(stayedAway, answer.stayedAway),
        answer.stayedAway,
        format.share(answer.stayedAway, answer.cards),
      ),
    );
  return sentences;
}

/** Which of the rule and the days alone knew better, where that is not chance. */
export function verdict({ ranking }: BackTest, { format, messages }: Said): string | null {
  if (ranking?.difference == null) return null;
  const { rule, days: byDays, difference } = ranking;
  const better = difference.from > 0 ? 'rule' : difference.to < 0 ? 'days' : 'neither';
  const pairs = (area: number): string => format.integer(Math.round(100 * area));
  return messages.backTestText.better[better](pairs(rule), pairs(byDays));
}

/** What else follows of it. */
export function remarks(answer: BackTest, words: Said): string[] {
  const { format } = words;
  const text = words.messages.backTestText;
  const row = inUse(answer);
  const { naive, flagged, stayedAway } = row;
  const usual = answer.usualInterval;
  const inDays = (n: number): string => text.dayCount(Math.round(n));
  return [
    flagged > 0 && naive.flagged > 0 && naive.days !== null
      ? text.naive(naive.days, naive.flagged, naive.stayedAway, format.share(naive.stayedAway, naive.flagged))
      : null,
    answer.spentCents !== null && nearest(answer.spentCents) > 0
      ? text.whatIf(stayedAway, format.moneyRounded(answer.spentCents))
      : null,
    usual !== null && answer.multiplier > 1 && Math.round(usual) > 0
      ? text.lead(inDays(usual), inDays((answer.multiplier - 1) * usual), inDays(answer.multiplier * usual))
      : null,
    // The time is shorter than what a fifth of them usually take.
    answer.seldom * 5 > answer.cards
      ? text.seldom(format.share(answer.seldom, answer.cards), answer.horizonDays)
      : null,
  ].filter((remark) => remark !== null);
}
