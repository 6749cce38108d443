import type { AnswerParams } from '../contract/answers.ts';
import type { Calendar } from '../contract/calendar.ts';
import type { Day, Id } from '../contract/ids.ts';
import type { ExportSummary, MerchantSummary } from '../contract/summary.ts';
import type { LocalCalendar } from '../domain/local-calendar.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { OpenExport } from './open-export.ts';
import type { Route } from './route.ts';
import { reportInstant } from './route-calendar.ts';

/** What every question of the page says. */
export type AskedScope = AnswerParams & { calendar: Calendar };

/**
 * Whose report, of when and by whose days, for the questions to the engine: the merchant of the route, else the first of the export. One that the export
 * does not have is asked for all the same: nobody else's numbers may stand in its place. Without a date the engine takes the latest.
 * Reads the session's revision, so that what derives from it asks again after every load.
 */
export function askedScope(
  session: { readonly summary: ExportSummary | null; readonly revision: number },
  navigation: Pick<Navigation, 'route'>,
  local: LocalCalendar,
): AskedScope {
  void session.revision;
  const { merchant } = navigation.route;
  const known = merchantInRoute(session.summary, merchant);
  return {
    merchantId: known?.id ?? merchant ?? undefined,
    asOf: reportInstant(navigation.route, local),
    calendar: local.calendar,
  };
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
  date: { asOf: Day; latest: Day } | null;
  /** A sample that is not what is open. */
  sample: string | null;
}

/** Null where there is nothing to say. */
export function strayAddress(
  current: Pick<OpenExport, 'summary' | 'source'> | null,
  route: Route,
  local: LocalCalendar,
): StrayAddress | null {
  const instant = reportInstant(route, local);
  const asOf = instant === undefined ? null : local.dayOf(instant);
  const latest = current?.summary.latest ? local.dayOf(current.summary.latest) : null;
  const date = latest !== null && asOf !== null && asOf > latest ? { asOf, latest } : null;
  const other = route.sample !== null && route.sample !== current?.source.sample ? route.sample : null;
  return date || other !== null ? { date, sample: other } : null;
}

/** The change that takes out of a route what has no meaning in an export: a merchant that it does not have, with its store, or a report date outside it. */
export function withoutStray(
  route: Route,
  summary: ExportSummary,
  local: LocalCalendar,
): Partial<Pick<Route, 'merchant' | 'store' | 'asOf'>> {
  const { merchant } = route;
  const asOf = reportInstant(route, local);
  const { merchants, earliest, latest } = summary;
  const merchantKnown = merchants.some(({ id }) => String(id) === String(merchant));
  const dateCovered = asOf !== undefined && earliest !== null && latest !== null && asOf >= earliest && asOf <= latest;
  return {
    ...(merchant !== null && !merchantKnown && { merchant: null, store: null }),
    ...(asOf !== undefined && !dateCovered && { asOf: null }),
  };
}
