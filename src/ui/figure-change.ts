import type { Change } from '../contract.ts';
import type { ChartFormat } from '../charts/look.ts';
import { overviewText as text } from '../text/views.ts';

/** How a key figure moved, in words and in tone. */
export interface FigureChange {
  direction: 'up' | 'down' | 'same';
  /** `good` or `warn` where a direction is better; neutral where it is not, or where it did not move. */
  tone: 'good' | 'warn' | 'neutral';
  amount: string;
}

/** Below this, a percentage of it would be noise, and the difference itself is shown. */
const LEAST_FOR_PERCENT = 20;

/** The change against the period before; null where there is none to compare with. */
export function figureChange(change: Change, format: ChartFormat, write = format.integer): FigureChange | null {
  const { current, previous } = change;
  if (previous === null) return null;
  const percent = previous < LEAST_FOR_PERCENT ? null : Math.abs((100 * (current - previous)) / previous);
  const words = percent === null ? write(Math.abs(current - previous)) : format.percent(percent);
  return moved(percent !== null && percent < 0.5 ? 0 : current - previous, words);
}

/** The change of a share, in percentage points; null where either period has fewer cases than `least`. */
export function shareChange(part: Change, whole: Change, least: number, format: ChartFormat): FigureChange | null {
  if (part.previous === null || whole.previous === null || Math.min(whole.previous, whole.current) < least) return null;
  const points = Math.round((100 * part.current) / whole.current) - Math.round((100 * part.previous) / whole.previous);
  return moved(points, text.change.points(format.integer(Math.abs(points))));
}

function moved(difference: number, words: string): FigureChange {
  if (difference === 0) return { direction: 'same', tone: 'neutral', amount: text.change.same };
  return difference > 0
    ? { direction: 'up', tone: 'good', amount: `+${words}` }
    : { direction: 'down', tone: 'warn', amount: `−${words}` };
}
