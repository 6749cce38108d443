import type { FileKind } from '../../contract/files.ts';
import type { WantedColumn } from '../../contract/matching.ts';
import { amountColumn, requiredKinds } from '../../domain/export-format.ts';
import type { Draft, Wanted } from './draft.ts';
import { columnsOf, numbersOf, stateWords } from './drafts.ts';

/** Why an export cannot be loaded as drafted. */
export type Problem =
  | { kind: 'column'; draft: number; column: string }
  | { kind: 'encoding'; draft: number }
  | { kind: 'dates' | 'numbers' | 'amounts' | 'signs' | 'types' | 'states'; draft: number; column: string }
  | { kind: 'absent'; draft: number; absent: FileKind }
  | { kind: 'unreadable'; file: string };

/** What keeps an export from being loaded as drafted, in the order in which it is shown. */
export function problemsOf(drafts: readonly Draft[], wanted: Wanted): Problem[] {
  const ofDrafts = drafts.flatMap((draft, index): Problem[] => {
    if (draft.kind === null) return [];
    const missing = wanted[draft.kind].filter(({ name, needed }) => needed && draft.columns[name] === undefined);
    const columns = missing.map(({ name }): Problem => ({ kind: 'column', draft: index, column: name }));
    const asked = dateQuestion(draft, wanted);
    const dates: Problem[] = asked === null ? [] : [{ kind: 'dates', draft: index, column: asked }];
    const doubtful = numberQuestion(draft, wanted);
    const numbers: Problem[] = doubtful === null ? [] : [{ kind: 'numbers', draft: index, column: doubtful }];
    const unexplained = typesQuestion(draft, wanted);
    const types: Problem[] = unexplained === null ? [] : [{ kind: 'types', draft: index, column: unexplained }];
    const amount = amountsQuestion(draft);
    const amounts: Problem[] = amount === null ? [] : [{ kind: 'amounts', draft: index, column: amount }];
    const negative = signsQuestion(draft);
    const signs: Problem[] = negative === null ? [] : [{ kind: 'signs', draft: index, column: negative }];
    const unsaid = [...stateWords(draft).values()].includes(null);
    const states: Problem[] = unsaid ? [{ kind: 'states', draft: index, column: draft.columns.is_active! }] : [];
    const isUnsure = draft.files.some(({ layout }) => layout !== null && layout.readings.length > 0);
    const encoding: Problem[] = isUnsure ? [{ kind: 'encoding', draft: index }] : [];
    return [...encoding, ...columns, ...dates, ...numbers, ...amounts, ...signs, ...types, ...states];
  });
  const absent = requiredKinds.filter((kind) => !drafts.some((draft) => draft.kind === kind));
  // Most likely a file that was taken for something that is not required.
  const isOther = ({ origin, kind }: Draft): boolean =>
    origin === 'proposed' && !requiredKinds.some((required) => required === kind);
  const draft = Math.max(0, drafts.findIndex(isOther));
  return [...absent.map((kind): Problem => ({ kind: 'absent', draft, absent: kind })), ...ofDrafts];
}

/** The chosen column whose dates can be read two ways; null when there is none, or it has been said which. */
export function dateQuestion({ kind, files, undecidedDates, columns, dialect }: Draft, wanted: Wanted): string | null {
  if (kind === null) return null;
  const chosen = chosenAs(wanted[kind], 'instant', columns).map(({ column }) => column);
  if (undecidedDates !== null) return chosen.includes(undecidedDates) ? undecidedDates : null;
  const unknown = unknownDates({ files, columns, dialect }, wanted[kind]);
  if (unknown !== null) return unknown;
  if (dialect.dates !== 'iso' || dialect.format !== undefined) return null;
  // A column that was chosen after the engine had looked.
  const isUnread = (column: string): boolean => columnsOf(files, column).some(({ written }) => written.dates !== null);
  return chosen.find(isUnread) ?? null;
}

/** The chosen column of dates that every row needs, where none is read: a person says in what format they are. Null where there is none. */
export function unknownDates(
  { files, columns, dialect }: Pick<Draft, 'files' | 'columns' | 'dialect'>,
  fields: readonly WantedColumn[],
): string | null {
  const needed = fields.find(({ want, needed: isNeeded }) => want === 'instant' && isNeeded);
  const column = needed && columns[needed.name];
  if (column === undefined || dialect.format !== undefined) return null;
  return columnsOf(files, column).every(({ fits }) => !fits.includes('instant')) ? column : null;
}

/** The chosen column whose numbers can be read two ways; null when there is none, or it has been said which. */
export function numberQuestion(draft: Draft, wanted: Wanted): string | null {
  const { kind, files, undecidedNumbers, columns, dialect, amounts } = draft;
  if (kind === null) return null;
  const chosen = chosenAs(wanted[kind], 'integer', columns);
  if (undecidedNumbers !== null)
    return chosen.some(({ column }) => column === undecidedNumbers) ? undecidedNumbers : null;
  if (dialect.decimal !== null) return null;
  const isDoubtful = ({ name, column }: Chosen): boolean =>
    columnsOf(files, column).some((found) => numbersOf(found, name, amounts)?.decimal === 'either');
  return chosen.find(isDoubtful)?.column ?? null;
}

/** The chosen column of amounts that may be in cents or in units; null when there is none, or it has been said which. */
export function amountsQuestion(draft: Draft): string | null {
  return draft.amounts === null ? chosenAmount(draft) : null;
}

/** The chosen column of amounts that are all below 0: refunds, or purchases of a ledger; null when there is none, or it has been said which. */
export function signsQuestion(draft: Draft): string | null {
  return draft.signs === null ? chosenAmount(draft) : null;
}

function chosenAmount({ kind, columns }: Draft): string | null {
  const amount = kind === null ? undefined : amountColumn[kind];
  return amount === undefined ? null : (columns[amount] ?? null);
}

/** The chosen column of types where none of its words is one that revenue counts: then there would be no revenue at all. */
export function typesQuestion({ kind, files, columns, types }: Draft, wanted: Wanted): string | null {
  const column = columns.transaction_type;
  if (kind !== 'transactions' || column === undefined) return null;
  const found = columnsOf(files, column);
  const named = found.flatMap(({ words, serviceTypes }) => [
    ...serviceTypes,
    ...Object.keys(words).flatMap((word) => types[word] ?? []),
  ]);
  // Columns that say what was cancelled say nothing of the other rows.
  const saysCancelledAlone =
    found.some(({ combines }) => combines?.by === 'status') && named.every((type) => type === 'points_voided');
  if (saysCancelledAlone) return null;
  const earning = wanted.transactions.find(({ name }) => name === 'transaction_type')?.earning ?? [];
  const isEmpty = files.every(({ preview }) => preview.length === 0);
  return isEmpty || named.some((type) => earning.includes(type)) ? null : column;
}

/** A column of the contract and the file's column that is chosen for it. */
interface Chosen {
  name: string;
  column: string;
}

function chosenAs(
  fields: readonly WantedColumn[],
  as: WantedColumn['want'],
  columns: Readonly<Record<string, string>>,
): Chosen[] {
  return fields.flatMap(({ name, want }) => {
    const column = columns[name];
    return want === as && column !== undefined ? [{ name, column }] : [];
  });
}
