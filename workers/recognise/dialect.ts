import type { TextDialect } from '../../src/contract/matching.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import { writtenColumns } from './combine.ts';
import type { MatchedColumn } from './recognise.ts';
import { valuesOf, type Sample } from './sample.ts';
import { writtenDates, writtenNumbers } from './written.ts';

/** What text is taken to be when nothing says otherwise. */
export const plainDialect: TextDialect = { dates: 'iso', decimal: null };

/** A column that can be read two ways, with one of its values. */
export interface Ambiguous {
  column: string;
  example: string;
}

export interface DialectGuess {
  dialect: TextDialect;
  /** Dates and numbers that a person has to say how to read. */
  ambiguous: { dates: Ambiguous | null; numbers: Ambiguous | null };
}

/**
 * How a file writes dates and numbers as text, from its first rows: what one column says plainly holds for the whole file. What its own
 * values leave open, the rest of the file may settle; else a person has to say.
 *
 * @param rest what the rest of the file says of numbers (`decimalOf`)
 */
export function guessDialect(
  matched: readonly MatchedColumn[],
  rows: Sample,
  rest: TextDialect['decimal'],
): DialectGuess {
  const guess: DialectGuess = { dialect: { ...plainDialect }, ambiguous: { dates: null, numbers: null } };
  const { dialect, ambiguous } = guess;
  const written = matched.flatMap(({ wanted, found }) =>
    writtenColumns(found).map((column) => ({ wanted, found: column })),
  );
  for (const { wanted, found } of written) {
    if (found.form !== 'text' && found.form !== 'bytes') continue;
    const values = valuesOf(rows, found.place);
    const dates = wanted.want === 'instant' ? writtenDates(values) : null;
    if (dates?.order === 'either') ambiguous.dates ??= { column: found.name, example: dates.example };
    else if (dates) dialect.dates = dates.order;
    const numbers = wanted.want === 'integer' ? writtenNumbers(values, !isAmount(wanted.name)) : null;
    if (numbers?.decimal === 'either') ambiguous.numbers ??= { column: found.name, example: numbers.example };
    else if (numbers && dialect.decimal !== ',') dialect.decimal = numbers.decimal;
  }
  dialect.decimal ??= ambiguous.numbers ? rest : null;
  if (dialect.dates !== 'iso') ambiguous.dates = null;
  if (dialect.decimal !== null) ambiguous.numbers = null;
  return guess;
}

/** Languages in which the comma is the decimal sign, by words that a header of an export has. */
const commaWords =
  /[äöüß]|é|è|ç|ñ|ã|õ|datum|betrag|punkt|karte|kunde|filiale|umsatz|buchung|\bstand|anzahl|menge|preis|\bnr\b|nummer|montant|carte|magasin|achat|solde|\bprix|quantite|heure|fecha|importe|puntos|tarjeta|tienda|importo|punti|negozio|bedrag|punten|winkel|valor|pontos|loja/i;

/**
 * The decimal sign by all of a file but the values in question: numbers in any of its columns, the delimiter (who separates values by
 * semicolons writes decimals with commas), and the language of its header. Null where none of them tells.
 */
export function decimalOf(names: readonly string[], rows: Sample, delimiter: string | null): TextDialect['decimal'] {
  for (const index of names.keys()) {
    // A column of dates or versions is no column of numbers.
    const values = valuesOf(rows, index);
    const written = values.every((value) => /^[+-]?[\d.,\s'’\u00a0\u202f]+$/.test(value))
      ? writtenNumbers(values, false)
      : null;
    if (written && written.decimal !== 'either') return written.decimal;
  }
  if (delimiter === ';' || names.some((name) => commaWords.test(name))) return ',';
  return null;
}
