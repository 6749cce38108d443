import type { FileKind } from '../../contract/files.ts';
import type { CardState, FileInspection, InspectedColumn, TextDialect, WantedColumn } from '../../contract/matching.ts';
import { isAmount } from '../../domain/export-format.ts';
import type { Draft, Wanted } from './draft.ts';
import { seenTogether } from './kinds-together.ts';
import { proposalAs, readingAs, shownFile, signsOf } from './proposed-reading.ts';
import type { Decision } from './remembered-plans.ts';

/** Drafts of an export from what the engine found in its files, and from what was decided before: one a shape, uncertain ones first. */
export function draftsOf(
  inspections: readonly FileInspection[],
  wanted: Wanted,
  decidedBefore: (file: FileInspection) => Decision | null,
): Draft[] {
  // Lists of customers and of stores may have the same columns: where ids tell them apart, they are two.
  const meeting = new Set(inspections.filter(({ meets }) => meets).map(({ shape }) => shape));
  const keyOf = ({ shape, proposals }: FileInspection): string =>
    meeting.has(shape) ? `${shape}\0${proposals[0]!.kind}` : shape;
  const shapes = new Map<string, FileInspection[]>();
  for (const file of inspections) shapes.set(keyOf(file), [...(shapes.get(keyOf(file)) ?? []), file]);
  const drafts = [...shapes.values()].map((files) => {
    const before = files.map(decidedBefore).find((decision) => decision !== null);
    return before ? rememberedDraft(files, before, wanted) : proposedDraft(files);
  });
  return seenTogether(drafts, wanted).toSorted((a, b) => rank(a) - rank(b));
}

function proposedDraft(files: FileInspection[]): Draft {
  const { shape, proposals, isHidden } = shownFile(files);
  const { kind } = proposals[0]!;
  const origin = files.every((file) => file.certain) ? 'certain' : 'proposed';
  const reading = { ...readingAs(files, kind), changed: false };
  return isHidden
    ? { shape, files, kind: null, ...reading, origin: 'certain', foundShape: null }
    : { shape, files, kind, ...reading, origin, foundShape: null };
}

/** An earlier decision for this shape is used again. Where the values contradict it, the user is asked again. */
function rememberedDraft(files: FileInspection[], decision: Decision, wanted: Wanted): Draft {
  const draft: Draft = { ...proposedDraft(files), undecidedDates: null, undecidedNumbers: null, origin: 'remembered' };
  if (decision === 'left-out') return { ...draft, kind: null };
  const { kind, columns, dialect, types = {}, states = {}, amounts = 'cents', ids = 'written' } = decision;
  const written = signsOf(files, kind, columns);
  // What nobody was asked about, nobody has said.
  const signs = decision.signs ?? written;
  const before: Draft = { ...draft, kind, columns: { ...columns }, dialect, types, states, amounts, signs, ids };
  const found = plainReading(before, wanted[kind]);
  const isContradicted =
    (found.dates !== null && found.dates !== dialect.dates) ||
    (found.decimal !== null && dialect.decimal !== null && found.decimal !== dialect.decimal) ||
    (found.amounts !== null && found.amounts !== amounts) ||
    signs === null ||
    (signs === 'turned' && written !== null) ||
    found.unfit.length > 0;
  return {
    ...before,
    dialect: { ...dialect, dates: found.dates ?? dialect.dates, decimal: found.decimal ?? dialect.decimal },
    amounts: found.amounts ?? amounts,
    // A format says nothing of files that are written otherwise: it is proposed, not taken.
    origin: isContradicted ? 'contradicted' : dialect.format === undefined ? 'remembered' : 'proposed',
  };
}

/** What the values of the chosen columns plainly say, null where they do not. */
interface PlainReading {
  dates: TextDialect['dates'] | null;
  decimal: TextDialect['decimal'];
  amounts: Draft['amounts'];
  /** Columns of the contract whose values do not look like what is wanted. */
  unfit: string[];
}

function plainReading({ columns, files, amounts, dialect }: Draft, wanted: readonly WantedColumn[]): PlainReading {
  const reading: PlainReading = { dates: null, decimal: null, amounts: null, unfit: [] };
  for (const { name, want } of wanted) {
    for (const found of columnsOf(files, columns[name])) {
      const { order } = (want === 'instant' ? found.written.dates : null) ?? { order: 'either' };
      if (order !== 'either') reading.dates = order;
      const { decimal } = (want === 'integer' ? numbersOf(found, name, amounts) : null) ?? { decimal: 'either' };
      if (decimal !== 'either') reading.decimal = decimal;
      if (isAmount(name)) reading.amounts = found.amounts ?? reading.amounts;
      const isOfStates = name === 'is_active' && Object.keys(found.states).length > 0;
      // In a format of their own they look like nothing else.
      const isFormatted = want === 'instant' && dialect.format !== undefined;
      if (!found.fits.includes(want) && !isOfStates && !isFormatted && !reading.unfit.includes(name))
        reading.unfit.push(name);
    }
  }
  return reading;
}

/** The column in each of the files. */
export function columnsOf(files: readonly FileInspection[], column: string | undefined): InspectedColumn[] {
  return files.flatMap((file) => file.columns.find(({ name }) => name === column) ?? []);
}

/** How the numbers of a column are written that serves as one of the contract. */
export function numbersOf(
  { written }: InspectedColumn,
  name: string,
  amounts: Draft['amounts'],
): InspectedColumn['written']['numbers'] {
  return isAmount(name) && amounts === 'units' ? written.amounts : written.numbers;
}

/** Those to be asked about first, then by kind. */
function rank({ origin, kind }: Draft): number {
  const kinds: (FileKind | null)[] = ['cards', 'transactions', 'stores', 'orders', null];
  return (needsLook(origin) ? 0 : kinds.length) + kinds.indexOf(kind);
}

/** Whether a person is to look at it. */
export function needsLook(origin: Draft['origin']): boolean {
  return origin === 'proposed' || origin === 'contradicted';
}

/** The draft with its files taken for something else, with the columns that are proposed for that. */
export function withKind(draft: Draft, kind: FileKind | null): Draft {
  if (kind === null || kind === draft.kind) return { ...draft, kind, changed: true };
  return { ...draft, kind, ...readingAs(draft.files, kind), changed: true };
}

/** The draft with another column of the file, or none, for a column of the contract; its values are read as they look. */
export function withColumn(draft: Draft, field: WantedColumn, column: string | null): Draft {
  const { name } = field;
  const columns = Object.fromEntries(Object.entries(draft.columns).filter(([other]) => other !== name));
  if (column !== null) columns[name] = column;
  const changed: Draft = { ...draft, columns, changed: true };
  // Nobody need be asked what the values say themselves.
  const { dates, decimal } = draft.dialect;
  const found = plainReading(changed, [field]);
  changed.dialect = {
    ...draft.dialect,
    dates: dates === 'iso' && draft.undecidedDates === null ? (found.dates ?? dates) : dates,
    decimal: draft.undecidedNumbers === null ? (decimal ?? found.decimal) : decimal,
  };
  if (name === 'transaction_type') changed.types = typesMeant(changed);
  if (name === 'is_active') changed.states = {};
  if (isAmount(name)) {
    changed.amounts = plainReading(changed, [field]).amounts;
    changed.signs = draft.kind && signsOf(draft.files, draft.kind, columns);
  }
  return changed;
}

/** The draft with dates or numbers read another way. */
export function withDialect(draft: Draft, change: Partial<TextDialect>): Draft {
  const undecidedDates = change.dates === undefined && change.format === undefined ? draft.undecidedDates : null;
  const undecidedNumbers = change.decimal === undefined ? draft.undecidedNumbers : null;
  return { ...draft, dialect: { ...draft.dialect, ...change }, undecidedDates, undecidedNumbers, changed: true };
}

/** The draft with a word of the file taken for a transaction type; null leaves it as it is. */
export function withType(draft: Draft, word: string, type: string | null): Draft {
  const others = Object.entries(draft.types).filter(([other]) => other !== word);
  return { ...draft, types: Object.fromEntries(type === null ? others : [...others, [word, type]]), changed: true };
}

/** The draft with a word of the file taken for a state of a card. */
export function withState(draft: Draft, word: string, state: CardState): Draft {
  return { ...draft, states: { ...draft.states, [word]: state }, changed: true };
}

/** The draft with ids of cards that meet those of other files as they are written, or alike. */
export function withIds(draft: Draft, ids: Draft['ids']): Draft {
  return { ...draft, ids, changed: true };
}

/** The draft with purchase amounts read as cents or as units of the currency. */
export function withAmounts(draft: Draft, amounts: Draft['amounts']): Draft {
  return { ...draft, amounts, changed: true };
}

/** The draft with amounts of the sign that they are written with, or of the other. */
export function withSigns(draft: Draft, signs: Draft['signs']): Draft {
  return { ...draft, signs, changed: true };
}

/** The words of the files for types of transactions that are not the contract's, with what each plainly means. */
export function typeWords({ files, kind, columns }: Draft): Map<string, string | null> {
  if (kind !== 'transactions') return new Map();
  return new Map(
    files.flatMap((file) =>
      Object.entries(file.columns.find(({ name }) => name === columns.transaction_type)?.words ?? {}),
    ),
  );
}

/** The words of the files for whether a card is active, where some mean nothing plainly; each with what it is taken for, null for nothing yet. */
export function stateWords({ files, kind, columns, states }: Draft): Map<string, CardState | null> {
  if (kind !== 'cards') return new Map();
  const found = Object.assign({}, ...columnsOf(files, columns.is_active).map((column) => column.states)) as Record<
    string,
    CardState | null
  >;
  if (Object.values(found).every((meant) => meant !== null)) return new Map();
  return new Map(Object.entries(found).map(([word, meant]) => [word, states[word] ?? meant]));
}

function typesMeant(draft: Draft): Record<string, string> {
  const meant = [...typeWords(draft)].filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(meant);
}

/** Whether the file's column was taken for the contract's by a guess: it has another name, and nobody has said so. */
export function isGuess({ files, columns, kind, origin }: Draft, name: string): boolean {
  const column = columns[name];
  return (
    origin !== 'remembered' &&
    origin !== 'contradicted' &&
    kind !== null &&
    column !== undefined &&
    column === proposalAs(shownFile(files), kind).columns[name] &&
    column.trim().toLowerCase() !== name
  );
}

/** What the columns that the file itself has are taken for, alone or together: names of the contract by the file's. */
export function usesOf({ kind, files, columns }: Draft): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const [name, chosen] of kind === null ? [] : Object.entries(columns)) {
    const parts = shownFile(files).columns.find((column) => column.name === chosen)?.combines?.columns;
    for (const column of parts ?? [chosen]) uses.set(column, [...(uses.get(column) ?? []), name]);
  }
  return uses;
}

/** The columns that a file itself has: what some of them may be together stands behind them. */
export function ownColumns({ columns }: FileInspection): InspectedColumn[] {
  return columns.filter(({ combines }) => combines === null);
}
