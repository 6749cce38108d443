import type { FileKind } from '../../src/contract/files.ts';
import type {
  CardState,
  FileInspection,
  InspectedColumn,
  Inspection,
  Proposal,
  UnreadableFile,
} from '../../src/contract/matching.ts';
import { amountColumn } from '../../src/domain/export-format.ts';
import { currencyOfHeader } from '../../src/domain/currency.ts';
import type { SaidLayouts } from '../../src/contract/layout.ts';
import { EngineError, settledByPerson, toEngineError } from '../../src/contract/errors.ts';
import {
  combinationsOf,
  combinedColumn,
  isCombination,
  withCombinedValues,
  writtenColumns,
  type Combination,
} from '../recognise/combine.ts';
import { earningTypes, isServiceType } from '../recognise/transaction-types.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { askDecoder, type DecoderInUse } from './decoder-calls.ts';
import { decimalOf, guessDialect, type DialectGuess } from '../recognise/dialect.ts';
import { recogniseFile } from '../recognise/recognise-file.ts';
import { mayBeOtherThanStores, type RecognisedFile } from '../recognise/recognise.ts';
import { sortedBeside } from './beside-tables.ts';
import { firstRowsOf, openInput, shapeOfInput, unpack, type OpenedInput } from './open.ts';
import { sourcesOf } from './sources.ts';
import { areStates, offeredColumns, propose, wantsOf, type KindMatch } from '../recognise/propose.ts';
import { idColumnsOf, withMeetingIds, type LookedAt } from '../recognise/meeting-ids.ts';
import { sampledRows, settlingRows, valuesOf, type Sample } from '../recognise/sample.ts';
import { mostTypes, typeMeant } from '../recognise/type-synonyms.ts';
import { readBoolean } from '../../src/domain/values/booleans.ts';
import { takenApart } from '../../src/domain/values/numbers.ts';
import { isFractional, writtenDates, writtenNumbers } from '../recognise/written.ts';

const previewRows = 10;

/** Letters of a value above which few rows of its file are looked at. */
const longValue = 500;

/**
 * Looks at files for the page to show, and to ask about what they do not say. What is wrong with one is noted beside the others.
 *
 * @param layouts what a person says of how their tables lie in them
 * @param renewed another decoder in the place of one that has failed
 */
export async function inspectFiles(
  files: readonly File[],
  layouts: SaidLayouts,
  inUse: DecoderInUse,
  renewed: () => Pick<DecoderInUse, 'decoder' | 'died'>,
): Promise<Inspection> {
  const lookedAt: LookedAt[] = [];
  const unreadable: UnreadableFile[] = [];
  let using = inUse;
  const attempt = async <T>(name: string, bytes: number, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.code === 'load-cancelled') throw thrown;
      const { code, details } = thrown;
      unreadable.push({ name, bytes, failure: { code, details } });
      using = { ...inUse, ...renewed() };
      return null;
    }
  };
  const { inputs, leftOut } = await sourcesOf(files, null, (file) =>
    attempt(file.name, file.size, () => unpack(file, using)),
  );
  for (const input of inputs) {
    const inspectInput = async (): Promise<LookedAt> =>
      inspect(await openInput(input, using, layouts.get(input.name)), using, inputs.length > 1);
    const found = await attempt(input.name, input.part?.bytes ?? input.file.size, inspectInput);
    if (found) lookedAt.push(found);
  }
  const shown = withMeetingIds(lookedAt.filter(({ inspection: { isHidden } }) => !isHidden));
  const hidden = lookedAt.flatMap(({ inspection }) => (inspection.isHidden ? [inspection] : []));
  const {
    tables,
    refused,
    leftOut: beside,
  } = sortedBeside([...shown, ...hidden], unreadable, (name) => layouts.has(name));
  return { files: tables, unreadable: refused, leftOut: [...leftOut, ...beside] };
}

/** @param hasOthers whether there are files that its ids may meet: then more of its rows are looked at */
async function inspect(input: OpenedInput, inUse: DecoderInUse, hasOthers: boolean): Promise<LookedAt> {
  const { name, format, bytes, rows } = input;
  const read = await firstRowsOf(input, inUse, sampledRows);
  const columns = [...input.columns, ...combinationsOf(input.columns, read)];
  const sample = withCombinedValues(read, columns);
  const firstRows = async (count: number): Promise<Sample> =>
    count === sampledRows ? read : firstRowsOf(input, inUse, count);
  const recognised = await recogniseFile(input, undefined, firstRows).catch((thrown: unknown) => {
    if (settledByPerson.includes(toEngineError(thrown).code)) return null;
    throw thrown;
  });
  // More of rows with long texts would take the memory of what is loaded.
  const isLong = read.some((row) => row.some((value) => value !== null && value.length > longValue));
  const ids = idColumnsOf(input.columns, isLong || !hasOthers ? read : await firstRowsOf(input, inUse, settlingRows));
  await askDecoder(inUse, name, (decoder) => decoder.close(input.id));
  const inspected = columns.map((column) => inspectColumn(column, sample));
  const names = input.columns.map((column) => column.name);
  const decimal = decimalOf(names, read, input.delimiter);
  const matches = propose(columns, sample);
  const isOpen = recognised?.kind === 'stores' && mayBeOtherThanStores(name, input.columns);
  const certain = recognised && !isOpen && isSettled(recognised, matches, inspected) ? recognised : null;
  const guesses = withFirst(matches, recognised?.kind)
    .filter(({ kind }) => kind !== certain?.kind)
    .map((match) => proposalOf(match, guessDialect(match.matched, sample, decimal), inspected));
  const inspection: FileInspection = {
    name,
    format,
    bytes,
    rows,
    shape: shapeOfInput(input),
    columns: inspected,
    preview: sample.slice(0, previewRows),
    proposals: certain ? [certainProposal(certain), ...guesses] : guesses,
    certain: certain !== null,
    meets: false,
    isHidden: input.isHidden,
    layout: input.layout,
  };
  return { inspection, ids };
}

/**
 * Whether the names of a file's columns leave nothing to ask: no column of another name may serve as well, and where the service's own
 * words for what earns are missing, no other word may stand for it.
 */
function isSettled(
  recognised: RecognisedFile,
  matches: readonly KindMatch[],
  inspected: readonly InspectedColumn[],
): boolean {
  if (offeredColumns(recognised, matches).length > 0) return false;
  const amount = recognised.matched.find(({ wanted }) => wanted.name === amountColumn[recognised.kind])?.found.name;
  if (inspected.some(({ name, fractional }) => name === amount && fractional)) return false;
  const types = recognised.matched.find(({ wanted }) => wanted.name === 'transaction_type')?.found.name;
  const column = inspected.find(({ name }) => name === types);
  if (!column || column.serviceTypes.some((type) => isEarning.has(type))) return true;
  return Object.values(column.words).every((meant) => meant === null);
}

const isEarning = new Set<string>(earningTypes);

/** The proposals with that of a kind in front. */
function withFirst(matches: readonly KindMatch[], kind: FileKind | undefined): KindMatch[] {
  return matches.toSorted((a, b) => Number(b.kind === kind) - Number(a.kind === kind));
}

function inspectColumn(column: FileColumn, sample: Sample): InspectedColumn {
  const { name, type } = column;
  const values = valuesOf(sample, column.place);
  const inText = writtenColumns(column).filter(({ form }) => form === 'text' || form === 'bytes');
  const written = inText.flatMap(({ place }) => valuesOf(sample, place));
  const different = new Set(values);
  const words = different.size > mostTypes ? [] : [...different].filter((word) => !isServiceType(word));
  return {
    name,
    combines: isCombination(column) ? combinesOf(column) : null,
    type,
    words: typesOfWords(words),
    states: areStates(column, values) ? Object.fromEntries([...different].map((word) => [word, stateMeant(word)])) : {},
    serviceTypes: [...different].filter(isServiceType),
    fractional: values.some(isFractional),
    negative: areNegative(values),
    amounts: amountsIn(name, values),
    fits: wantsOf(column, values),
    written: {
      dates: writtenDates(written),
      numbers: writtenNumbers(written, true),
      amounts: writtenNumbers(written, false),
    },
  };
}

function stateMeant(word: string): CardState | null {
  const isActive = readBoolean(word);
  return isActive === null ? null : isActive ? 'active' : 'closed';
}

/** A few refunds may be all that a small file has. */
const fewValues = 5;

function areNegative(values: readonly string[]): boolean {
  const isBelow = (value: string): boolean => takenApart(value)?.isNegative ?? false;
  const isZero = (value: string): boolean => /^\D*0+([.,]0+)?\D*$/.test(value);
  // Most columns are told by their first value.
  return values.every((value) => isBelow(value) || isZero(value)) && values.filter(isBelow).length >= fewValues;
}

/** A name that says cents, decimals, or a currency beside them tell cents from units; whole numbers alone may be either. */
function amountsIn(name: string, values: readonly string[]): InspectedColumn['amounts'] {
  if (/cent/i.test(name) && !values.some(isFractional)) return 'cents';
  const isOfUnits =
    currencyOfHeader(name) !== null || values.some((value) => (takenApart(value)?.currency ?? null) !== null);
  return isOfUnits || values.some(isFractional) ? 'units' : null;
}

function combinesOf(column: Combination): InspectedColumn['combines'] {
  const { by, columns } = combinedColumn(column);
  return { by, columns };
}

function proposalOf(
  match: KindMatch,
  { dialect, ambiguous }: DialectGuess,
  inspected: readonly InspectedColumn[],
): Proposal {
  const plan = planOf(match);
  const columnFor = (name: string): InspectedColumn | undefined =>
    inspected.find((column) => column.name === plan.columns[name]);
  return {
    ...plan,
    dialect,
    ...(match.kind === 'transactions' && { types: typesMeant(columnFor('transaction_type')) }),
    ...(amountColumn[match.kind] && { amounts: columnFor(amountColumn[match.kind]!)?.amounts ?? undefined }),
    ambiguousDates: ambiguous.dates?.column ?? null,
    ambiguousNumbers: ambiguous.numbers?.column ?? null,
  };
}

/** Recognition may have looked at more rows than a sample: what they settled is no question. The export's own columns have its own words. */
function certainProposal(recognised: RecognisedFile): Proposal {
  const { kind, dialect } = recognised;
  const amounts = amountColumn[kind] ? { amounts: 'cents' as const } : {};
  return { ...planOf(recognised), ...amounts, dialect, ambiguousDates: null, ambiguousNumbers: null };
}

/** What a file is, and which of its columns is which, by their names. */
function planOf({ kind, matched }: KindMatch): Pick<Proposal, 'kind' | 'columns' | 'combined'> {
  const combined = matched.flatMap(({ found }) => (isCombination(found) ? [combinedColumn(found)] : []));
  const columns = Object.fromEntries(matched.map(({ wanted, found }) => [wanted.name, found.name]));
  return { kind, columns, ...(combined.length > 0 && { combined }) };
}

/** What words for types mean. Beside sales, payments are how those were paid: both would count the same money. */
function typesOfWords(words: readonly string[]): Record<string, string | null> {
  const meant = Object.fromEntries(words.map((word) => [word, typeMeant(word)]));
  const isPayment = (word: string): boolean =>
    /^(payment|zahlung|paiement|pago|pagamento|betaling|tender)s?$/i.test(word.trim());
  const isSold = words.some((word) => meant[word] === 'purchase' && !isPayment(word));
  for (const word of isSold ? words.filter(isPayment) : []) meant[word] = null;
  return meant;
}

/** The words for types that plainly mean one. */
function typesMeant(column: InspectedColumn | undefined): Record<string, string> {
  const meant = Object.entries(column?.words ?? {}).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(meant);
}
