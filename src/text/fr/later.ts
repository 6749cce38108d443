import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { check } from './check.ts';
import { how } from './how.ts';
import { layout } from './layout.ts';
import { matching } from './matching.ts';
import { privacy } from './privacy.ts';

/** The words of what the page does not show at first, in French. */
export function laterMessages(format: Format): LaterMessages {
  return { ...check(format), ...how(format), ...layout(format), ...matching(format), ...privacy(format) };
}
