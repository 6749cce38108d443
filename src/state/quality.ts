import type { FileKind } from '../contract/files.ts';
import type { DataNote, FileReport, SetAside } from '../contract/report.ts';

/** Rows set aside for one reason, with the files that the examples are from. */
export interface KindSetAside extends Omit<SetAside, 'examples'> {
  examples: { file: string; row: number; value: string | null }[];
}

/** The files of one kind, which are one table, in one report. */
export interface KindReport {
  kind: FileKind;
  files: FileReport[];
  bytes: number;
  rowsRead: number;
  rowsUsed: number;
  setAside: KindSetAside[];
  notes: DataNote[];
  columns: FileReport['columns'];
  absent: string[];
  ignored: string[];
}

const order: readonly FileKind[] = ['cards', 'transactions', 'stores', 'orders'];
const examplesShown = 3;

/** How many rows of the files could not be used. */
export function rowsSetAside(files: readonly FileReport[]): number {
  return sum(files, (file) => file.rowsRead - file.rowsUsed);
}

/** One report a kind of file; sums are over its files. */
export function reportsByKind(files: readonly FileReport[]): KindReport[] {
  return order
    .map((kind) => files.filter((file) => file.kind === kind))
    .filter((ofKind) => ofKind.length > 0)
    .map((ofKind) => ({
      kind: ofKind[0]!.kind,
      files: ofKind,
      bytes: sum(ofKind, ({ bytes }) => bytes),
      rowsRead: sum(ofKind, ({ rowsRead }) => rowsRead),
      rowsUsed: sum(ofKind, ({ rowsUsed }) => rowsUsed),
      setAside: mergedSetAside(ofKind),
      notes: mergedNotes(ofKind),
      columns: unique(
        ofKind.flatMap(({ columns }) => columns),
        ({ name, found, type }) => `${name}\n${found}\n${type}`,
      ),
      absent: unique(ofKind.flatMap(({ absent }) => absent)),
      ignored: unique(ofKind.flatMap(({ ignored }) => ignored)),
    }));
}

function mergedSetAside(files: readonly FileReport[]): KindSetAside[] {
  const merged = new Map<string, KindSetAside>();
  for (const { fileName, setAside } of files) {
    for (const { column, reason, rows, examples } of setAside) {
      const key = `${reason}\n${column}`;
      const into = merged.get(key) ?? { column, reason, rows: 0, examples: [] };
      into.rows += rows;
      into.examples = [...into.examples, ...examples.map((example) => ({ file: fileName, ...example }))].slice(
        0,
        examplesShown,
      );
      merged.set(key, into);
    }
  }
  return [...merged.values()].toSorted((a, b) => b.rows - a.rows);
}

function mergedNotes(files: readonly FileReport[]): DataNote[] {
  const merged = new Map<string, DataNote>();
  for (const { kind, rows, examples, column } of files.flatMap(({ notes }) => notes)) {
    const key = `${kind}\n${column ?? ''}`;
    const into = merged.get(key) ?? { kind, rows: 0, examples: [] };
    merged.set(key, {
      kind,
      ...(column !== undefined && { column }),
      rows: into.rows + rows,
      examples: unique([...into.examples, ...examples]).slice(0, examplesShown),
    });
  }
  return [...merged.values()];
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function unique<T>(items: readonly T[], key: (item: T) => unknown = (item) => item): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
