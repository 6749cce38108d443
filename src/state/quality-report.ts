import type { FileReport } from '../contract/report.ts';
import { qualityText } from '../text/quality.ts';
import { csvOf } from '../domain/csv.ts';
import { reportsByKind, type KindReport } from './quality.ts';

type Cell = string | number | null;

/**
 * The report on an export's files as CSV, for a spreadsheet: what was read and used of each file, then a line an example of the rows set
 * aside and of the notes.
 */
export function qualityReportCsv(files: readonly FileReport[]): string {
  const lines: Cell[][] = [qualityText.report.header, ...reportsByKind(files).flatMap(linesOfKind)];
  return csvOf(lines);
}

function linesOfKind({ kind, files, notes }: KindReport): Cell[][] {
  // Notes are on all files of a kind together.
  const name = files.length === 1 ? files[0]!.fileName : qualityText.report.allFiles(files.length);
  const ofNotes = notes.flatMap((note) => {
    const { what, effect } = qualityText.noteWords(note.kind, kind);
    return orOne(note.examples).map((example) => [
      name,
      kind,
      what(note.rows),
      null,
      note.rows,
      null,
      example ?? null,
      effect,
    ]);
  });
  return [...files.flatMap(linesOfFile), ...ofNotes];
}

function linesOfFile({ fileName, kind, rowsRead, rowsUsed, setAside }: FileReport): Cell[][] {
  const sum = (entry: string, rows: number): Cell[] => [fileName, kind, entry, null, rows, null, null, null];
  const ofReasons = setAside.flatMap(({ column, reason, rows, examples }) =>
    orOne(examples).map((example) => [
      fileName,
      kind,
      `${qualityText.setAside}: ${qualityText.reasons[reason]}`,
      column,
      rows,
      example?.row ?? null,
      example?.value ?? null,
      qualityText.report.setAsideEffect,
    ]),
  );
  return [
    sum(qualityText.read, rowsRead),
    sum(qualityText.used, rowsUsed),
    sum(qualityText.setAside, rowsRead - rowsUsed),
    ...ofReasons,
  ];
}

/** An entry without an example gets a line too. */
function orOne<T>(examples: readonly T[]): (T | undefined)[] {
  return examples.length > 0 ? [...examples] : [undefined];
}
