import type { FileKind } from '../contract/files.ts';
import type { FileInspection } from '../contract/matching.ts';
import type { DataNote, FileReport, NoteKind } from '../contract/report.ts';
import type { LoadCheck } from '../contract/summary.ts';
import { masked, saysWho } from '../domain/persons.ts';
import type { Draft } from './opening/draft.ts';

const notesOfCards: ReadonlySet<NoteKind> = new Set([
  'unknown-card',
  'other-merchant',
  'before-enrolment',
  'derived-card',
  'repeated-card',
  'derived-enrolment',
  'non-member',
  'no-card-number',
  'inactive-card',
  'unused-card',
]);

/** The reports without values of files that say who somebody is. */
export function reportsWithoutPersons(files: readonly FileReport[]): FileReport[] {
  return files.map((file) => ({
    ...file,
    setAside: file.setAside.map((aside) => ({
      ...aside,
      examples: aside.examples.map((example) =>
        saysWho(aside.column, file.kind) && example.value !== null ? { ...example, value: masked } : example,
      ),
    })),
    notes: file.notes.map((note) => (isOfPersons(file.kind, note) ? { ...note, examples: [] } : note)),
  }));
}

/** The check of a load without the cards of its rows. */
export function checkWithoutPersons(check: LoadCheck): LoadCheck {
  return { ...check, rows: check.rows.map((row) => ({ ...row, card: masked })) };
}

function isOfPersons(kind: FileKind, { kind: of, column }: DataNote): boolean {
  return notesOfCards.has(of) || (column !== undefined && saysWho(column, kind));
}

/** The first rows of a file with the values of those columns alone that, as they are chosen, say nothing of who somebody is. */
export function previewWithoutPersons(
  file: FileInspection,
  { kind, columns }: Pick<Draft, 'kind' | 'columns'>,
): FileInspection {
  const chosen =
    kind === null ? [] : Object.entries(columns).filter(([name]) => !saysWho(name, kind) && !ofText.has(name));
  const plain = new Set(
    chosen.flatMap(([, column]) => [
      column,
      ...(file.columns.find(({ name }) => name === column)?.combines?.columns ?? []),
    ]),
  );
  const preview = file.preview.map((row) =>
    row.map((value, place) => (value === null || plain.has(file.columns[place]?.name ?? '') ? value : masked)),
  );
  return { ...file, preview };
}

/** Columns of texts that may be about anybody. */
const ofText: ReadonlySet<string> = new Set(['order_reference', 'reference']);
