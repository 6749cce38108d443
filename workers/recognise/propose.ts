import type { FileKind } from '../../src/contract/files.ts';
import { headerWithoutCurrency, isCurrency } from '../../src/domain/currency.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import { readBoolean } from '../../src/domain/values/booleans.ts';
import { canBe, isNumberAlone } from '../../src/domain/values/likeness.ts';
import type { Want } from '../../src/contract/matching.ts';
import { exportColumns, type ExportColumn } from './export-columns.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { isCombination, isOfAmounts, placesOf, type Combination } from './combine.ts';
import { withLines } from './lines.ts';
import { withNameless } from './nameless.ts';
import { plainName } from './plain-name.ts';
import { canHold, isListOfGoods, type MatchedColumn, type MatchedFile } from './recognise.ts';
import { valuesOf, type Sample } from './sample.ts';
import { synonyms } from './synonyms.ts';
import { mostTypes, typeMeant } from './type-synonyms.ts';
import { isFractional } from './written.ts';

/** How a file would be read as one of a kind: a guess for a person to confirm. */
export type KindMatch = Pick<MatchedFile, 'kind' | 'matched'>;

interface Sampled {
  column: FileColumn;
  name: string;
  values: string[];
  /** Of the rows that were looked at, how many have no value. */
  empty: number;
  /** What it can be (`wantsOf`). */
  fits: readonly Want[];
}

/** How sure a column is taken for one of the export: by its own name, by another name for it, by words for types, by its
 * values alone, by its name against its values. */
const byName = 4;
const bySynonym = 3;
const byWords = 2;
const byValues = 1;
const byNameAlone = 0.5;

/**
 * Proposes what a file may be and which of its columns is which then, by names in several languages and by the values of the first rows:
 * once for every kind, the likeliest first.
 */
export function propose(columns: readonly FileColumn[], sample: Sample): KindMatch[] {
  const sampled = columns.map((column, place): Sampled => {
    const values = valuesOf(sample, place);
    // Odoo writes the id of what a column names as `card_id/id`.
    const name = plainName(column.name.replace(/\/id$/i, ''));
    const empty = sample.length - values.length;
    return { column, name, values, empty, fits: wantsOf(column, values) };
  });
  const proposed = (Object.keys(exportColumns) as FileKind[]).map((kind) => proposeKind(kind, sampled, sample));
  const names = new Set(sampled.map(({ name }) => name));
  // Who bought something is a transaction, unless the file calls itself orders.
  const isOther = ({ kind }: KindMatch): boolean =>
    kind === 'orders' &&
    proposed.some((one) => one.kind === 'transactions' && one.isUsable) &&
    !['placedat', 'totalcents'].every((own) => names.has(own));
  return proposed
    .map((one) => ({ ...one, isUsable: one.isUsable && !isOther(one) }))
    .sort((a, b) => Number(b.isUsable) - Number(a.isUsable) || b.score - a.score)
    .map(({ kind, matched }) => ({ kind, matched }));
}

/**
 * Columns of a file that may serve for what its own names leave out, by other names for that; and those that may be one together with what
 * its own names say, such as the time of a day.
 */
export function offeredColumns({ kind, matched, absent }: MatchedFile, matches: readonly KindMatch[]): string[] {
  const used = new Map(matched.map(({ wanted, found }) => [found.place, wanted.name]));
  const proposed = matches.find((match) => match.kind === kind)?.matched ?? [];
  const isOffered = ({ wanted, found }: MatchedColumn): boolean =>
    isCombination(found)
      ? placesOf(found).every((place) => (used.get(place) ?? wanted.name) === wanted.name)
      : absent.includes(wanted.name) && !used.has(found.place);
  return proposed.filter(isOffered).map(({ found }) => found.name);
}

/** Whether there may be any, by their names alone: most files have none, and their values need not be looked at. */
export function mayOfferColumns({ kind, absent, ignored }: MatchedFile): boolean {
  const names = new Set(ignored.flatMap((name) => [plainName(name), plainName(headerWithoutCurrency(name))]));
  return absent.some((column) => (synonyms[kind][column] ?? []).some((other) => names.has(other)));
}

function proposeKind(
  kind: FileKind,
  sampled: readonly Sampled[],
  sample: Sample,
): KindMatch & { score: number; isUsable: boolean } {
  const ofKind = exportColumns[kind];
  const pairs = ofKind.flatMap((wanted, rank) =>
    sampled.map((one) => ({ wanted, one, rank, sure: sureness(kind, wanted, one) })),
  );
  const matched: MatchedColumn[] = [];
  let score = 0;
  const isUsed = (column: FileColumn): boolean =>
    matched.some(({ found }) => placesOf(found).some((place) => placesOf(column).includes(place)));
  // The surest pairs first; each column serves once.
  for (const { wanted, one, sure } of pairs
    .filter((pair) => pair.sure > 0)
    .sort((a, b) => b.sure - a.sure || a.rank - b.rank)) {
    if (matched.some((pair) => pair.wanted === wanted) || isUsed(one.column)) continue;
    matched.push({ wanted, found: one.column });
    score += Math.floor(sure) / (wanted.usual ? 1 : 4);
  }
  const usual = ofKind.filter((column) => column.usual).length;
  const whole =
    kind === 'cards'
      ? withNumber(matched, sampled)
      : kind === 'transactions'
        ? transactionsWhole(matched, sampled, sample)
        : matched;
  const isUsable =
    ofKind.every(({ needed, name }) => !needed || whole.some(({ wanted }) => wanted.name === name)) &&
    !(kind === 'stores' && isListOfGoods(sampled.map(({ column }) => column))) &&
    !((kind === 'stores' || kind === 'cards') && hasRepeatedId(kind, whole, sampled));
  return { kind, matched: whole, score: score / usual, isUsable };
}

/** A store stands in a list of stores once, a card perhaps again: where an id stands in many rows, they are something that happened there. */
function hasRepeatedId(
  kind: 'stores' | 'cards',
  matched: readonly MatchedColumn[],
  sampled: readonly Sampled[],
): boolean {
  const id = matched.find(({ wanted }) => wanted.name === 'id')?.found;
  const values = sampled.find(({ column }) => column === id)?.values ?? [];
  return new Set(values).size < (kind === 'stores' ? 0.9 : 0.4) * values.length;
}

/** What the columns of transactions are beyond what each says alone. */
function transactionsWhole(matched: MatchedColumn[], sampled: readonly Sampled[], sample: Sample): MatchedColumn[] {
  return withLines(withNameless(withPoints(matched, sampled), sampled), sample);
}

/** An amount of a log of points, whose types speak of points alone, is one of points. */
function withPoints(matched: MatchedColumn[], sampled: readonly Sampled[]): MatchedColumn[] {
  const columnOf = (name: string): Sampled | undefined => {
    const found = matched.find(({ wanted }) => wanted.name === name)?.found;
    return sampled.find(({ column }) => column === found);
  };
  const [amount, types] = [columnOf('purchase_amount_cents'), columnOf('transaction_type')];
  const points = exportColumns.transactions.find(({ name }) => name === 'points_delta')!;
  if (!amount || !types || columnOf('points_delta') || amount.values.some(isFractional)) return matched;
  const meant = [...new Set(types.values)].flatMap((value) => typeMeant(value) ?? []);
  const isOfPoints = meant.length > 0 && meant.every((type) => type.startsWith('points_') || type === 'refund');
  if (!isOfPoints || !canHold(amount.column, points.want)) return matched;
  return matched.map((pair) => (pair.found === amount.column ? { ...pair, wanted: points } : pair));
}

/** Where a card goes by its number alone, one column is both its number and its id. */
function withNumber(matched: MatchedColumn[], sampled: readonly Sampled[]): MatchedColumn[] {
  const [wanted, ...more] = exportColumns.cards.filter(
    ({ name }) => numbers.includes(name) && !matched.some((pair) => pair.wanted.name === name),
  );
  const other = matched.find((pair) => numbers.includes(pair.wanted.name))?.found;
  const one = sampled.find(({ column }) => column === other);
  if (!wanted || more.length > 0 || !one || sureness('cards', wanted, one) === 0) return matched;
  return [...matched, { wanted, found: one.column }];
}

const numbers = ['id', 'card_number'];

function sureness(kind: FileKind, wanted: ExportColumn, sampled: Sampled): number {
  const { column, name: whole, values, empty, fits } = sampled;
  if (isCombination(column)) return surenessOfCombination(kind, wanted, column, sampled);
  // `amount_eur` is an amount as `amount` is.
  const name = isAmount(wanted.name) ? plainName(headerWithoutCurrency(column.name)) : whole;
  if (!fits.includes(wanted.want) && !(wanted.name === 'is_active' && areStates(column, values)))
    return mayBeDates(kind, wanted, sampled) ? byNameAlone : 0;
  // So many texts are no types: what a row was is told by its sign.
  if (wanted.name === 'transaction_type' && new Set(values).size > mostTypes) return 0;
  // What else a column says of a card that transactions repeat is told by its values (`card-columns.ts`).
  if (wanted.ofCard && wanted.name !== 'customer_name') return 0;
  // A number of an order, whatever stands before it; not the name of who ordered.
  if (wanted.name === 'order_reference' && !values.every((value) => /\d/.test(value))) return 0;
  if (name === plainName(wanted.name)) return byName;
  const others = synonyms[kind][wanted.name] ?? [];
  const place = others.indexOf(name);
  // The names are in the order of how likely they are. What every row needs is rather a column that every row has.
  // The shop's own address or its cashier is in all of them.
  const isOne = wanted.name === 'card_id' && values.length >= 20 && new Set(values).size <= 2;
  const lacking = isOne ? 1.5 : wanted.needed ? empty / (empty + values.length || 1) : 0;
  if (place >= 0) return bySynonym + 1 - (place + 1) / (others.length + 1) - lacking;
  if (wanted.name === 'currency') return areCurrencies(values) ? byWords : 0;
  if (wanted.name === 'transaction_type') return values.some((value) => typeMeant(value) !== null) ? byWords : 0;
  // Dates are told from all else; numbers and names are not told from each other.
  const isDate = wanted.usual && wanted.want === 'instant' && areDates(values) && !otherDates.test(name);
  return isDate ? byValues + (dateNames.test(name) ? 0.5 : 0) : 0;
}

/** Whether values that are read as no dates may be some that no one knows, by the name of their column: a person says how they are written. */
function mayBeDates(kind: FileKind, { name: wanted, want, needed }: ExportColumn, { name, values }: Sampled): boolean {
  const isCalledSo = name === plainName(wanted) || (synonyms[kind][wanted] ?? []).includes(name);
  return (
    needed && want === 'instant' && isCalledSo && values.length > 0 && values.every((one) => /(\d.*){4}/.test(one))
  );
}

/** Whether all values are codes of currencies. */
function areCurrencies(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => isCurrency(value));
}

/** Whether a column has few words, some of which say whether a card is active: what the others mean is for a person to say. */
export function areStates({ form }: FileColumn, values: readonly string[]): boolean {
  const words = new Set(values);
  return (
    (form === 'text' || form === 'bytes') &&
    words.size <= mostTypes &&
    [...words].some((word) => isStateWord(word) && readBoolean(word) !== null)
  );
}

/** `1`, `x` and `on` are words of anything. */
const isStateWord = (word: string): boolean => word.trim().length > 3;

/** A combination serves for what it is made for, and rather than one of its parts alone. */
function surenessOfCombination(
  kind: FileKind,
  wanted: ExportColumn,
  combination: Combination,
  { values, empty }: Sampled,
): number {
  const { by, parts } = combination.combines;
  const isFor: Record<typeof by, boolean> = {
    'date-time': wanted.want === 'instant',
    'year-month': wanted.name === 'transaction_at',
    difference: isOfAmounts(combination) ? isAmount(wanted.name) : wanted.name === 'points_delta',
    product: isAmount(wanted.name),
    words: wanted.name === 'customer_name',
    status: wanted.name === 'transaction_type',
    beginning: wanted.name === 'transaction_type',
  };
  if (!isFor[by] || values.length === 0) return 0;
  if (by === 'status') return byName + 0.01;
  if (by === 'beginning') return byWords;
  // A column that says the whole amount is rather taken than its product, or than what is left of it: refunds are counted apart.
  if (by === 'product') return bySynonym;
  if (by === 'difference') return isOfAmounts(combination) ? bySynonym - 0.01 : byName - 0.01;
  const ofParts = parts.map((column) =>
    sureness(kind, wanted, { column, name: plainName(column.name), values, empty, fits: wantsOf(column, values) }),
  );
  return by === 'date-time' ? ofParts[0]! && ofParts[0]! + 0.5 : Math.max(bySynonym, ...ofParts) + 0.01;
}

/** Whether values are dates whatever their column is called: most are written as such, or all are years, months and days in eight digits. */
function areDates(values: readonly string[]): boolean {
  const written = values.filter((value) => !isNumberAlone(value));
  return written.length > values.length / 2 || (values.length > 0 && values.every((value) => eightDigits.test(value)));
}

const eightDigits = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const dateNames = /dat[aeu]|time|zeit|jour|heure|fecha|tag$|day|hora|when/;

/** Dates of something else than what happened to a card: of birth, of an end, of a change to the row. */
const otherDates =
  /birth|geburt|naissance|nacimiento|nascita|geboorte|nascimento|expir|ablauf|valid|gultig|update|modif|geander|delet|gelosch/;

const allWants: readonly Want[] = ['id', 'text', 'integer', 'instant', 'boolean'];

/** What a column can be by its type and most of its values. */
export function wantsOf(column: FileColumn, values: readonly string[]): Want[] {
  return allWants.filter((want) => canHold(column, want) && valuesFit(want, column, values));
}

/** Whether most values of a column look like what is wanted. */
function valuesFit(want: Want, { form }: FileColumn, values: readonly string[]): boolean {
  const isText = form === 'text' || form === 'bytes';
  if (want === 'boolean' && !isText)
    return form === 'boolean' || values.every((value) => /^-?[01]([.]0*)?$/.test(value));
  if (!isText && (want !== 'instant' || form === 'timestamp' || form === 'date')) return true;
  return values.filter((value) => canBe(want, value)).length >= 0.8 * values.length;
}
