import type { More } from '../../domain/insights/insight.ts';
import type { Route } from '../../state/route.ts';

/** Where more of an insight is to be seen. */
export function moreRoute({ answer, ...params }: More): Partial<Route> {
  return { view: answer, ...params };
}
