import type { FileKind } from '../../src/contract/files.ts';
import type { FilePlan, ReadingFrom, Want } from '../../src/contract/matching.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { exportColumns, type ExportColumn } from './export-columns.ts';
import type { FileColumn, Form } from '../decode/decoder.ts';
import { isCombination, placesOf } from './combine.ts';
import { plainName } from './plain-name.ts';

export interface MatchedColumn {
  wanted: ExportColumn;
  found: FileColumn;
}

/** What a file is, and which of its columns is which. */
export interface MatchedFile {
  kind: FileKind;
  matched: MatchedColumn[];
  /** Columns of the export that it does not have. */
  absent: string[];
  /** Its columns that are not used. */
  ignored: string[];
}

/** A matched file with how its values are to be read. */
export interface RecognisedFile
  extends MatchedFile, Pick<FilePlan, 'dialect' | 'types' | 'states' | 'amounts' | 'signs' | 'ids'> {
  readingFrom: ReadingFrom;
  /**
   * What the amounts of a file of transactions are in, as far as it says itself: a code of ISO 4217, or a sign that several currencies share;
   * null where nothing says. Where its rows have several, the most frequent of its first rows.
   */
  currency: string | null;
}

const acceptedForms: Record<Want, readonly Form[]> = {
  id: ['integer', 'decimal', 'float', 'text', 'bytes', 'uuid'],
  text: ['text', 'bytes', 'integer', 'decimal', 'float', 'uuid', 'boolean'],
  integer: ['integer', 'decimal', 'float', 'text', 'bytes'],
  instant: ['timestamp', 'date', 'text', 'bytes', 'integer', 'decimal', 'float'],
  boolean: ['boolean', 'integer', 'decimal', 'float', 'text', 'bytes'],
};

/** Below this share of needed columns a file is taken for something else altogether. */
const resemblance = 0.5;

/**
 * Recognises a file by its columns, whatever their case and order.
 *
 * @throws EngineError `kind-unknown`, `column-missing`, `column-ambiguous` or `column-type`.
 */
export function recognise(file: string, columns: readonly FileColumn[]): MatchedFile {
  const byName = columnsByName(columns);
  const kind = kindOf(file, columns, byName);
  return matchedFile(file, kind, columns, ({ name, ofCard }) => {
    // Whether rows are lines of purchases is for a person to say; whether they repeat their card's columns, for their values.
    const found = name === 'order_reference' || (ofCard && kind === 'transactions') ? undefined : byName.get(name);
    return found && single(file, name, found);
  });
}

/**
 * Reads a file as a person said; columns that it does not have are left out.
 *
 * @throws EngineError `column-missing` or `column-type`.
 */
export function followPlan(file: string, columns: readonly FileColumn[], plan: FilePlan): MatchedFile {
  const match = matchedFile(file, plan.kind, columns, ({ name }) =>
    columns.find((column) => column.name === plan.columns[name]),
  );
  const missing = exportColumns[plan.kind]
    .filter(({ needed, name }) => needed && match.absent.includes(name))
    .map(({ name }) => name);
  if (missing.length === 0) return match;
  throw new EngineError('column-missing', { file, kind: plan.kind, missing, columns: columns.map(({ name }) => name) });
}

function matchedFile(
  file: string,
  kind: FileKind,
  columns: readonly FileColumn[],
  find: (wanted: ExportColumn) => FileColumn | undefined,
): MatchedFile {
  const matched: MatchedColumn[] = [];
  const absent: string[] = [];
  for (const wanted of exportColumns[kind]) {
    const found = find(wanted);
    if (!found) absent.push(wanted.name);
    else if (canHold(found, wanted.want)) matched.push({ wanted, found });
    else throw new EngineError('column-type', { file, column: found.name, found: found.type, wanted: wanted.want });
  }
  const used = new Set(matched.flatMap(({ found }) => placesOf(found)));
  const ignored = columns.filter((column) => !isCombination(column) && !used.has(column.place));
  return { kind, matched, absent, ignored: ignored.map(({ name }) => name) };
}

/** Whether a column can hold what is wanted; whether each value really does is checked row by row. */
export function canHold({ form }: FileColumn, want: Want): boolean {
  return acceptedForms[want].includes(form);
}

function columnsByName(columns: readonly FileColumn[]): Map<string, FileColumn[]> {
  const byName = new Map<string, FileColumn[]>();
  for (const column of columns) {
    const name = writtenName(column).trim().toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), column]);
  }
  return byName;
}

function kindOf(file: string, columns: readonly FileColumn[], byName: ReadonlyMap<string, unknown>): FileKind {
  const candidates = (Object.keys(exportColumns) as FileKind[]).map((kind) => {
    const usual = exportColumns[kind].filter((column) => column.usual);
    const missing = usual.filter(({ name }) => !byName.has(name));
    const isUsable = exportColumns[kind].every(({ needed, name }) => !needed || byName.has(name));
    return {
      kind,
      missing,
      isUsable,
      share: 1 - missing.length / usual.length,
      matched: usual.length - missing.length,
    };
  });
  const isOne = (kind: FileKind): boolean => kind !== 'stores' || !isListOfGoods(columns);
  const complete = candidates
    .filter(({ kind, missing }) => missing.length === 0 && isOne(kind))
    .sort((a, b) => b.matched - a.matched)[0];
  const isPlainly = (kind: FileKind): boolean => plainly[kind].some((name) => byName.has(name));
  const usable = candidates.filter(({ kind, isUsable }) => isUsable && isPlainly(kind));
  // Members with their names look like stores: both have an id and a name.
  const known = complete?.kind === 'stores' && usable[0] ? usable[0] : (complete ?? usable[0]);
  if (known) return known.kind;

  const closest = candidates.sort((a, b) => b.matched - a.matched)[0]!;
  const names = columns.map(({ name }) => name);
  const missing = namesMissing(closest.missing);
  if (closest.share >= resemblance) {
    throw new EngineError('column-missing', { file, kind: closest.kind, missing, columns: names });
  }
  const { kind, matched } = closest;
  throw new EngineError('kind-unknown', {
    file,
    columns: names,
    closest: matched > 0 ? kind : null,
    missing: matched > 0 ? missing : [],
  });
}

/** Columns that a list of stores may have, and a list of customers. */
const ofEither: readonly string[] = ['created_at', 'is_active', 'last_activity_at', 'points_balance', 'email', 'phone'];

/** Words of names of files that hold something else with an id and a name. */
const ofOtherLists =
  /tier|level|stufe|categor|kategor|product|reward|merchant|staff|employee|mitarbeiter|user|kunde|customer|member|client/i;

/** Whether what the columns alone make a list of stores may be one of something else, so that its ids have to tell. */
export function mayBeOtherThanStores(file: string, columns: readonly FileColumn[]): boolean {
  const names = columns.map((column) => writtenName(column).trim().toLowerCase());
  return names.some((name) => ofEither.includes(name)) || ofOtherLists.test(file.slice(file.lastIndexOf('/') + 1));
}

/** Whether a table is one of products or rewards: those have ids and names as stores do. */
export function isListOfGoods(columns: readonly FileColumn[]): boolean {
  return columns.some(({ name }) => ofGoods.test(plainName(name)));
}

const ofGoods =
  /price|preis|prix|cost|kosten|cout|sku|points?(needed|required)|requiredpoints|reward|pramie|recompense|product|produkt|produit|artikel|discount|rabatt|remise/;

/** Columns that no file of another kind has: with what is needed, one of them says what a file is. */
const plainly: Record<FileKind, readonly string[]> = {
  transactions: ['card_id'],
  cards: ['points_balance', 'card_number', 'last_activity_at', 'customer_name'],
  stores: [],
  orders: ['placed_at', 'total_cents'],
};

/** Those without which the file cannot be used; where it could be, what else would have told what it is. */
function namesMissing(missing: readonly ExportColumn[]): string[] {
  const needed = missing.filter((column) => column.needed);
  return (needed.length > 0 ? needed : missing).map(({ name }) => name);
}

function writtenName({ name, written = name }: FileColumn): string {
  return written;
}

/** Of columns whose names differ only in case, the one that is spelt like the export's column. */
function single(file: string, name: string, found: readonly FileColumn[]): FileColumn {
  const spelt = found.length === 1 ? found : found.filter((column) => writtenName(column) === name);
  if (spelt.length === 1) return spelt[0]!;
  throw new EngineError('column-ambiguous', { file, column: name, columns: found.map(writtenName) });
}
