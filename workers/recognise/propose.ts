import type { FileKind } from '../../src/contract/files.ts';
import { headerWithoutCurrency, withoutCurrency } from '../../src/domain/currency.ts';
import { isAmount, valuePatterns } from '../../src/domain/export-format.ts';
import type { Want } from '../../src/contract/matching.ts';
import { exportColumns, type ExportColumn } from './export-columns.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { plainName } from './plain-name.ts';
import { canHold, type MatchedColumn, type MatchedFile } from './recognise.ts';
import { valuesOf, type Sample } from './sample.ts';
import { synonyms } from './synonyms.ts';
import { typeMeant } from './type-synonyms.ts';

/** How a file would be read as one of a kind: a guess for a person to confirm. */
export type KindMatch = Pick<MatchedFile, 'kind' | 'matched'>;

interface Sampled {
  column: FileColumn;
  name: string;
  values: string[];
}

/** A column of more different values than this is not one of types. */
export const mostTypes = 30;

/** How sure a column is taken for one of the export: by its own name, by another name for it, by words for types, by its values alone. */
const byName = 4;
const bySynonym = 3;
const byWords = 2;
const byValues = 1;

/**
 * Proposes what a file may be and which of its columns is which then, by names in several languages and by the values of the first rows:
 * once for every kind, the likeliest first.
 */
export function propose(columns: readonly FileColumn[], sample: Sample): KindMatch[] {
  const sampled = columns.map((column, place) => ({
    column,
    name: plainName(column.name),
    values: valuesOf(sample, place),
  }));
  return (Object.keys(exportColumns) as FileKind[])
    .map((kind) => proposeKind(kind, sampled))
    .sort((a, b) => b.score - a.score)
    .map(({ kind, matched }) => ({ kind, matched }));
}

function proposeKind(kind: FileKind, sampled: readonly Sampled[]): KindMatch & { score: number } {
  const ofKind = exportColumns[kind];
  const pairs = ofKind.flatMap((wanted, rank) =>
    sampled.map((one) => ({ wanted, one, rank, sure: sureness(kind, wanted, one) })),
  );
  const matched: MatchedColumn[] = [];
  let score = 0;
  // The surest pairs first; each column serves once.
  for (const { wanted, one, sure } of pairs
    .filter((pair) => pair.sure > 0)
    .sort((a, b) => b.sure - a.sure || a.rank - b.rank)) {
    if (matched.some((pair) => pair.wanted === wanted || pair.found === one.column)) continue;
    matched.push({ wanted, found: one.column });
    score += Math.floor(sure) / (wanted.usual ? 1 : 4);
  }
  const usual = ofKind.filter((column) => column.usual).length;
  return { kind, matched: kind === 'cards' ? withNumber(matched, sampled) : matched, score: score / usual };
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

function sureness(kind: FileKind, wanted: ExportColumn, { column, name: whole, values }: Sampled): number {
  // `amount_eur` is an amount as `amount` is.
  const name = isAmount(wanted.name) ? plainName(headerWithoutCurrency(column.name)) : whole;
  if (!canHold(column, wanted.want) || !valuesFit(wanted.want, column, values)) return 0;
  // So many texts are no types: what a row was is told by its sign.
  if (wanted.name === 'transaction_type' && new Set(values).size > mostTypes) return 0;
  if (name === plainName(wanted.name)) return byName;
  const others = synonyms[kind][wanted.name] ?? [];
  const place = others.indexOf(name);
  // The names are in the order of how likely they are.
  if (place >= 0) return bySynonym + 1 - (place + 1) / (others.length + 1);
  if (wanted.name === 'transaction_type') return values.some((value) => typeMeant(value) !== null) ? byWords : 0;
  // Dates are told from all else; numbers and names are not told from each other.
  const isDate = wanted.usual && wanted.want === 'instant' && values.length > 0;
  return isDate && !otherDates.test(name) ? byValues : 0;
}

/** Dates of something else than what happened to a card: of birth, of an end, of a change to the row. */
const otherDates =
  /birth|geburt|naissance|nacimiento|nascita|geboorte|nascimento|expir|ablauf|valid|gultig|update|modif|geander|delet|gelosch/;

const patterns: Record<Want, RegExp> = {
  id: /./,
  text: /./,
  integer: /^[+-]?[\d.,\s'’]+$/,
  ...valuePatterns,
};

/** What a column can be by its type and most of its values. */
export function wantsOf(column: FileColumn, values: readonly string[]): Want[] {
  const wants = Object.keys(patterns) as Want[];
  return wants.filter((want) => canHold(column, want) && valuesFit(want, column, values));
}

/** Whether most values of a column look like what is wanted. */
function valuesFit(want: Want, { form }: FileColumn, values: readonly string[]): boolean {
  if (form !== 'text' && form !== 'bytes')
    return want !== 'boolean' || form === 'boolean' || values.every((value) => /^[01]$/.test(value));
  const plain = want === 'integer' ? values.map((value) => withoutCurrency(value).number) : values;
  return plain.filter((value) => patterns[want].test(value)).length >= 0.8 * values.length;
}
