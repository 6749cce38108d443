import type { FileReport } from '../contract/report.ts';
import type { Messages } from '../text/messages.ts';
import { csvOf, type CsvDialect } from '../domain/csv.ts';
import { reportsByKind, type KindReport } from './quality.ts';

type Cell = string | number | null;

type ReportMessages = Pick<Messages, 'qualityText' | 'pageText'>;

/**
 * The report on an export's files, for a spreadsheet: what was read and used of each file, then a line an example of the rows set aside and
 * of the notes.
 */
export interface QualityReport {
  header: readonly string[];
  lines: Cell[][];
}

export function qualityReport(files: readonly FileReport[], messages: ReportMessages): QualityReport {
  const lines = reportsByKind(files).flatMap((kind) => linesOfKind(kind, messages));
  return { header: messages.qualityText.report.header, lines };
}

/** The same as CSV, for the spreadsheets of a country. */
export function qualityReportCsv(files: readonly FileReport[], messages: ReportMessages, dialect?: CsvDialect): string {
  const { header, lines } = qualityReport(files, messages);
  return csvOf([header, ...lines], dialect);
}

function linesOfKind({ kind, files, notes }: KindReport, messages: ReportMessages): Cell[][] {
  const { qualityText, pageText } = messages;
  // Notes are on all files of a kind together.
  const name = files.length === 1 ? files[0]!.fileName : qualityText.report.allFiles(files.length);
  const ofNotes = notes.flatMap((note) => {
    const { what, effect } = qualityText.noteWords(note.kind, kind);
    return orOne(note.examples).map((example) => [
      name,
      pageText.kinds[kind],
      what(note.rows),
      note.column ?? null,
      note.rows,
      null,
      example ?? null,
      effect(note.rows),
    ]);
  });
  return [...files.flatMap((file) => linesOfFile(file, messages)), ...ofNotes];
}

function linesOfFile(
  { fileName, kind, rowsRead, rowsUsed, setAside }: FileReport,
  { qualityText, pageText }: ReportMessages,
): Cell[][] {
  const sum = (entry: string, rows: number): Cell[] => [
    fileName,
    pageText.kinds[kind],
    entry,
    null,
    rows,
    null,
    null,
    null,
  ];
  const ofReasons = setAside.flatMap(({ column, reason, rows, examples }) =>
    orOne(examples).map((example) => [
      fileName,
      pageText.kinds[kind],
      qualityText.report.setAsideFor(qualityText.reasons[reason]),
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
