import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import type { CellNoteKind } from '../decoder.ts';
import type { NumberFormat } from './number-format.ts';
import { shownSerial, type DateSystem } from './serial-date.ts';
import type { SharedStrings } from './shared-strings.ts';
import { meantText } from './texts.ts';

/** What the cells of a workbook are read by. */
export interface ValueContext {
  file: string;
  strings: SharedStrings | null;
  /** How numbers are shown, by the style of their cell. */
  formats: readonly NumberFormat[];
  /** The styles are lost: a number in any but the first may be a date. */
  lacksStyles: boolean;
  dates: DateSystem;
  /** The sign before decimals that texts of the sheet have, so that its numbers are written alike. */
  decimal: '.' | ',';
}

/** A cell as the sheet has it (`CT_Cell`, ECMA-376, part 1, 18.3.1.4). */
export interface WrittenCell {
  /** `t`: `n` where it has none. */
  type: string;
  /** `s`: the index of its style. */
  style: number;
  /** The text of `v`; null where it has none. */
  value: string | null;
  /** The text of `is`; null where it has none. */
  inline: string | null;
  hasFormula: boolean;
}

/** A cell's value as a text file would have it; empty for none. `note`: what the reader of the table should know of it. */
export interface CellValue {
  text: string;
  note: CellNoteKind | null;
}

/** Digits that Excel keeps of a number: it writes 0 for each further one, and shows no more of a fraction. */
const digitsKept = 15;

/**
 * The value of a cell: text as it is, instants as ISO 8601 without a zone, numbers exactly, with the decimal sign of the sheet's texts. What a formula has last come to
 * is its value; an error, and a formula of which nothing is stored, are none.
 *
 * @throws EngineError `file-damaged` for a text or a number that is not there
 */
export function valueOf(cell: WrittenCell, context: ValueContext): CellValue {
  const { type, value, inline, hasFormula } = cell;
  if (type === 'inlineStr' || inline !== null) return plain(inline ?? meantText(value ?? ''));
  if (value === null || (value === '' && type !== 'str')) {
    return { text: '', note: hasFormula ? 'formula-without-result' : null };
  }
  switch (type) {
    case 's':
      return plain(sharedText(value, context));
    case 'str':
      return plain(meantText(value));
    case 'b':
      return plain(/^\s*(1|true)\s*$/i.test(value) ? 'true' : 'false');
    case 'e':
      return { text: '', note: 'error-cell' };
    case 'd':
      return plain(value.trim());
    default:
      return numberShown(value, cell, context);
  }
}

const general: NumberFormat = { kind: 'number', decimals: 0, digits: 0 };

const plain = (text: string): CellValue => ({ text, note: null });

function sharedText(value: string, { strings, file }: ValueContext): string {
  const index = value === '' ? NaN : Number(value);
  const text = index >= 0 && Number.isInteger(index) ? strings?.at(index) : undefined;
  if (text === undefined) throw damaged(file, `there is no shared text ${value}`);
  return text;
}

function numberShown(
  value: string,
  { style }: WrittenCell,
  { file, formats, lacksStyles, dates, decimal }: ValueContext,
): CellValue {
  if (lacksStyles && style > 0) throw damaged(file, 'there are no styles');
  const { kind, decimals, digits } = formats[style] ?? general;
  if (kind === 'number' && decimals === 0 && value.length <= digitsKept && /^(0|-?[1-9]\d*)$/.test(value))
    return plain(value.startsWith('-') ? value : value.padStart(digits, '0'));
  const number = value.trim() === '' ? NaN : Number(value);
  if (!Number.isFinite(number)) throw damaged(file, `${value.slice(0, 100)} is no number`);
  const shown = kind === 'number' ? null : shownSerial(number, kind, dates);
  if (shown !== null) return plain(shown);
  const asText = numberAsText(value.trim(), number, decimals);
  return decimal === '.' ? asText : { ...asText, text: asText.text.replace('.', ',') };
}

/**
 * A number without an exponent. A whole one of more digits than Excel keeps is as it is written; where those are 0 it has most likely
 * been an id, and another one.
 *
 * @param decimals digits behind the point that it has at least
 */
function numberAsText(written: string, number: number, decimals: number): CellValue {
  if (Number.isInteger(number)) {
    const shortest = String(number);
    const plainly = /^-?\d+$/.test(written) ? written : shortest.includes('e') ? number : shortest;
    const digits = String(BigInt(plainly));
    const beyond = digits.replace('-', '').slice(digitsKept);
    if (decimals > 0 && beyond === '') return plain(`${digits}.${'0'.repeat(decimals)}`);
    return { text: digits, note: beyond !== '' && /^0*$/.test(beyond) ? 'digits-lost' : null };
  }
  const kept = Number(number.toPrecision(digitsKept));
  const text = String(kept).includes('e') ? kept.toFixed(20).replace(/0+$/, '') : String(kept);
  const missing = decimals - (text.length - text.indexOf('.') - 1);
  return plain(unmistakable(missing > 0 ? text + '0'.repeat(missing) : text));
}

/** Three digits behind a point may be thousands, where a number comes as text: a fourth one says that they are none. */
function unmistakable(text: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

function damaged(file: string, why: string): EngineError {
  return new EngineError('file-damaged', { file, cause: 'contradiction' satisfies KnownCause }, { cause: why });
}
