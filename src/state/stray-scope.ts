import type { ExportSummary } from '../contract/summary.ts';
import type { Route } from './route.ts';

/** What of a route has no meaning in an export: a merchant it does not have, with its store, or a report date outside it. */
export function strayScope(route: Route, summary: ExportSummary): Partial<Pick<Route, 'merchant' | 'store' | 'asOf'>> {
  const { merchant, asOf } = route;
  const { merchants, earliest, latest } = summary;
  const merchantKnown = merchants.some(({ id }) => String(id) === String(merchant));
  const dateCovered = asOf !== null && earliest !== null && latest !== null && asOf >= earliest && asOf <= latest;
  return {
    ...(merchant !== null && !merchantKnown && { merchant: null, store: null }),
    ...(asOf !== null && !dateCovered && { asOf: null }),
  };
}
