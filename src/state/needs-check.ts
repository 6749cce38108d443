import type { NoteKind } from '../contract/report.ts';
import type { ExportSummary } from '../contract/summary.ts';
import { mayBeTable } from '../domain/file-names.ts';
import type { OpenExport } from './open-export.ts';

/** What was taken from the rest, put together, or left out of sums: none of it is in files that have the contract's own form. */
const derived: ReadonlySet<NoteKind> = new Set([
  'derived-card',
  'repeated-card',
  'derived-enrolment',
  'derived-type',
  'non-member',
  'lines-joined',
  'totals-repeated',
  'other-currency',
]);

/**
 * Whether a person is to see how files were understood: where anything was derived, matched, put together or left. Not for files in the
 * contract's own form, nor for a sample, of which all is known.
 */
export function needsCheck({ source, summary }: Pick<OpenExport, 'source' | 'summary'>): boolean {
  if (source.sample !== null) return false;
  const isDecided = (source.decided?.shapes.length ?? 0) > 0;
  const isMatched = summary.files.some(({ columns }) =>
    columns.some(({ name, found }) => plain(found) !== plain(name)),
  );
  const isLeft = summary.leftOut.some(({ name }) => mayBeTable(name));
  return isDecided || isMatched || isLeft || [...notesIn(summary).keys()].some((kind) => derived.has(kind));
}

/** `Card ID` and `card_id` are one name. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** The rows of each kind of note, over all files. */
export function notesIn({ files }: ExportSummary): Map<NoteKind, number> {
  const rows = new Map<NoteKind, number>();
  for (const note of files.flatMap(({ notes }) => notes)) rows.set(note.kind, (rows.get(note.kind) ?? 0) + note.rows);
  return rows;
}
