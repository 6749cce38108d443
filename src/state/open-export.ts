import { leftOutAs, type LeftOut } from '../contract/left-out.ts';
import type { ExportSummary } from '../contract/summary.ts';
import type { Calendar } from '../contract/calendar.ts';
import type { View } from '../domain/views.ts';
import type { Opened } from './opening/opening.ts';
import type { RememberedPlans } from './opening/remembered-plans.ts';
import type { Source } from './opening/source.ts';

/** The export that is open. */
export interface OpenExport {
  /** Where it came from, with how its columns were decided: null where they speak for themselves. */
  source: Source;
  summary: ExportSummary;
  /** That it was loaded with: wall-clock times are those of its zone. */
  calendar: Calendar;
  /** Whether what was decided is kept on this device for files like these. */
  isRemembered: boolean;
  /** Whether it was decided for earlier files like these, and nobody was asked this time. */
  isAsBefore: boolean;
  /** Files that are in no answer: left out by the page, a person or the engine. */
  leftOut: readonly LeftOut[];
  /** The view in sight when these files were first opened. */
  openedOn: View;
}

/**
 * The record of an export that was opened from a source, after another, or the same, was open before.
 *
 * @param view the one in sight
 */
export function openExportFrom(
  source: Source,
  { decided, summary, calendar }: Opened,
  remembered: RememberedPlans,
  before: OpenExport | null,
  view: View,
): OpenExport {
  const shapes = decided?.shapes ?? [];
  return {
    source: { ...source, decided, calendar: null, matching: null },
    summary,
    calendar,
    // A device that keeps nothing has nothing to forget either.
    isRemembered: shapes.length > 0 && shapes.every((shape) => remembered.get(shape) !== null),
    isAsBefore: decided !== null && !source.matching && (source.decided === null || (before?.isAsBefore ?? false)),
    leftOut: [...summary.leftOut, ...leftOutAs('no-part', source.notOffered)],
    openedOn: source.files === before?.source.files ? before.openedOn : view,
  };
}
