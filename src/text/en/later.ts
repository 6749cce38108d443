import type { Format } from '../format.ts';
import { check } from './check.ts';
import { how } from './how.ts';
import { layout } from './layout.ts';
import { matching } from './matching.ts';
import { privacy } from './privacy.ts';

/** The words of what the page does not show at first, in English: what the other languages have to say as well. */
export function laterMessages(format: Format) {
  return { ...check(format), ...how(format), ...layout(format), ...matching(format), ...privacy(format) };
}
