import type { Change } from '../contract/answers.ts';
import type { Exact } from '../contract/exact.ts';
import { nearest } from '../contract/exact.ts';
import type { Format } from './format.ts';
import type { Messages } from './messages.ts';

/** A language's words for it, and how it writes numbers. */
export interface ChangeWords {
  format: Format;
  messages: Pick<Messages, 'overviewText'>;
}

/** How a key figure moved, in words and in tone. */
export interface FigureChange {
  direction: 'up' | 'down' | 'same';
  /** Neutral where it hardly moved, or on too few cases. */
  tone: 'good' | 'warn' | 'neutral';
  amount: string;
}

/** Below this, a percentage of it would be noise, and the difference itself is shown. */
const LEAST_FOR_PERCENT = 20;
/** From this many percent, or points, of enough cases on, a move is coloured; a smaller one is neither praised nor blamed. */
const NOTEWORTHY = 5;
const LEAST_FOR_TONE = 50;

/** The change against the period before; null where there is none to compare with. */
export function figureChange(
  change: Change<Exact>,
  words: ChangeWords,
  write = words.format.integer,
): FigureChange | null {
  const { format } = words;
  if (change.previous === null) return null;
  const [current, previous] = [nearest(change.current), nearest(change.previous)];
  const difference = current - previous;
  if (previous < LEAST_FOR_PERCENT) return moved(difference, write(Math.abs(difference)), false, words);
  const percent = Math.abs((100 * difference) / previous);
  const noteworthy = percent >= NOTEWORTHY && previous >= LEAST_FOR_TONE;
  // All of it is lost only where nothing is left.
  const amount = difference < 0 ? format.share(-difference, previous) : format.percent(percent);
  return moved(percent < 0.5 ? 0 : difference, amount, noteworthy, words);
}

/** The change of a share, in percentage points; null where either period has fewer cases than `least`. */
export function shareChange(part: Change, whole: Change, least: number, words: ChangeWords): FigureChange | null {
  if (part.previous === null || whole.previous === null || Math.min(whole.previous, whole.current) < least) return null;
  const points = Math.round((100 * part.current) / whole.current) - Math.round((100 * part.previous) / whole.previous);
  const noteworthy = Math.abs(points) >= NOTEWORTHY && Math.min(whole.previous, whole.current) >= LEAST_FOR_TONE;
  const amount = words.messages.overviewText.change.points(Math.abs(points));
  return moved(points, amount, noteworthy, words);
}

function moved(difference: number, amount: string, noteworthy: boolean, { messages }: ChangeWords): FigureChange {
  if (difference === 0) return { direction: 'same', tone: 'neutral', amount: messages.overviewText.change.same };
  return difference > 0
    ? { direction: 'up', tone: noteworthy ? 'good' : 'neutral', amount: `+${amount}` }
    : { direction: 'down', tone: noteworthy ? 'warn' : 'neutral', amount: `−${amount}` };
}
