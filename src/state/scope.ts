import type { AnswerParams } from '../contract/answers.ts';
import type { Id, Instant } from '../contract/ids.ts';
import type { ExportSummary, MerchantSummary } from '../contract/summary.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { OpenExport } from './open-export.ts';
import type { Route } from './route.ts';

/**
 * Whose report and of when, for the questions to the engine: the merchant of the route, else the first of the export. One that the export
 * does not have is asked for all the same: nobody else's numbers may stand in its place. Without a date the engine takes the latest.
 * Reads the session's revision, so that what derives from it asks again after every load.
 */
export function askedScope(
  session: { readonly summary: ExportSummary | null; readonly revision: number },
  navigation: Pick<Navigation, 'route'>,
): AnswerParams {
  void session.revision;
  const { merchant, asOf } = navigation.route;
  const known = merchantInRoute(session.summary, merchant);
  return { merchantId: known?.id ?? merchant ?? undefined, asOf: asOf ?? undefined };
}

/**
 * The merchant with an id, whether the address or the export has it as text or as a number; the first one where none is asked for, or the
 * export names none; null for one that it does not have.
 */
export function merchantInRoute(summary: ExportSummary | null, id: Id | null): MerchantSummary | null {
  const merchants = summary?.merchants ?? [];
  if (id === null || !summary?.namesMerchants) return merchants[0] ?? null;
  return merchants.find((merchant) => String(merchant.id) === String(id)) ?? null;
}

/** The merchant of the address that the export does not have, as text; null where there is none such. */
export function unknownMerchant(summary: ExportSummary | null, id: Id | null): string | null {
  const isUnknown = id !== null && (summary?.merchants.length ?? 0) > 0 && merchantInRoute(summary, id) === null;
  return isUnknown ? String(id) : null;
}

/** What of an address the views can do without, and say so. */
export interface StrayAddress {
  /** A report date after the last day of the data: nothing is known of the days between. */
  date: { asOf: Instant; latest: Instant } | null;
  /** A sample that is not what is open. */
  sample: string | null;
}

/** Null where there is nothing to say. */
export function strayAddress(current: OpenExport | null, route: Route): StrayAddress | null {
  const latest = current?.summary.latest ?? null;
  const isLate = latest !== null && route.asOf !== null && route.asOf.slice(0, 10) > latest.slice(0, 10);
  const date = isLate ? { asOf: route.asOf!, latest } : null;
  const other = route.sample !== null && route.sample !== current?.source.sample ? route.sample : null;
  return date || other !== null ? { date, sample: other } : null;
}

/** The change that takes out of a route what has no meaning in an export: a merchant that it does not have, with its store, or a report date outside it. */
export function withoutStray(
  route: Route,
  summary: ExportSummary,
): Partial<Pick<Route, 'merchant' | 'store' | 'asOf'>> {
  const { merchant, asOf } = route;
  const { merchants, earliest, latest } = summary;
  const merchantKnown = merchants.some(({ id }) => String(id) === String(merchant));
  const dateCovered = asOf !== null && earliest !== null && latest !== null && asOf >= earliest && asOf <= latest;
  return {
    ...(merchant !== null && !merchantKnown && { merchant: null, store: null }),
    ...(asOf !== null && !dateCovered && { asOf: null }),
  };
}
