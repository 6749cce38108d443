import { currencyMeant } from '../currency.ts';
import { bare } from './bare.ts';

/** The sign before the decimals of a number; null where nobody knows it, and a number is read only if it cannot be another one. */
export type DecimalSign = '.' | ',' | null;

/** A decimal number, exactly: `digits` without the `scale` last of them is what stands before the decimal sign. */
export interface ReadNumber {
  digits: bigint;
  scale: number;
  /** The sign or code of the currency that it is written with, as it is spelt; null for none. */
  currency: string | null;
}

/**
 * Reads a number as people and programs write it: a minus in front, behind, as U+2212 or as brackets; a currency on either side; thousands
 * set apart by points, commas, spaces, apostrophes, or as in India; an exponent. Null where it is none, or could be two.
 */
export function readNumber(text: string, decimal: DecimalSign): ReadNumber | null {
  const apart = takenApart(text);
  if (!apart) return null;
  const { number, exponent, isNegative, currency } = apart;
  if (decimal === null && /^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return null;
  const point = decimal ?? '.';
  const [, whole, , fraction = ''] = (point === ',' ? withComma : withPoint).exec(number) ?? [];
  if (whole === undefined) return null;
  const digits = BigInt(whole.replaceAll(/\D/g, '') + fraction);
  const scale = fraction.length - exponent;
  const signed = isNegative ? -digits : digits;
  if (fraction.length >= noisyDecimals && exponent === 0) return { ...withoutNoise(signed, scale), currency };
  return scale < 0
    ? { digits: signed * 10n ** BigInt(-scale), scale: 0, currency }
    : { ...withoutZeros(signed, scale), currency };
}

/**
 * Reads an amount in units of a currency as cents, exactly. Null where it is none, and for three decimals such as those of `1.250`: that
 * may be a thousand and more.
 */
export function readCents(text: string, decimal: DecimalSign): { cents: bigint; currency: string | null } | null {
  const read = readNumber(text, decimal);
  const cents = read && wholeOf(read, 2);
  if (read === null || cents === null || threeDecimals[decimal ?? '.'].test(bare(text))) return null;
  return { cents, currency: read.currency };
}

const threeDecimals = { '.': /[.]\d[1-9]0(?!\d)/, ',': /,\d[1-9]0(?!\d)/ };

/** The number as a whole one of `10 ** -scale` each, such as cents with a scale of 2; null where it is none, or has no place in 64 bits. */
export function wholeOf({ digits, scale }: Pick<ReadNumber, 'digits' | 'scale'>, ofScale: number): bigint | null {
  if (scale > ofScale) return null;
  const whole = digits * 10n ** BigInt(ofScale - scale);
  return BigInt.asIntN(64, whole) === whole ? whole : null;
}

/** What a number is made of, its digits with the marks between them. */
interface Parts {
  number: string;
  exponent: number;
  isNegative: boolean;
  currency: string | null;
}

const minus = /[-−–—‒﹣－]/g;
const spaces = /[\s\u00a0\u2007\u2009\u202f]/;
const sign = String.raw`\p{L}{0,3}\p{Sc}|\p{L}{2,5}\.?`;
/** Brackets around all of it or around the number alone; a sign before the currency, before the number, or behind either. */
const written = new RegExp(
  String.raw`^(\()?([-+])?\s*(\()?(?:(${sign})\s*)?([-+])?\s*(\()?([.,]?\d.*?)(?:e([-+]?\d{1,2}))?\)?\s*(-)?\s*(?:(${sign})\s*)?(-)?\)?$`,
  'iu',
);

/** What a text is made of, as far as it may be a number; the currency, and the sign. */
export function takenApart(text: string): Parts | null {
  // A price without cents may have a dash for them: `12.-`.
  const plain = bare(text)
    .replaceAll(minus, '-')
    .replace(/(\d)[.,]-{1,2}(?!\d)/, '$1');
  const opened = plain.split('(').length - 1;
  if (opened > 1 || opened !== plain.split(')').length - 1) return null;
  const [, outer, first, inner, before, second, innermost, digits, exponent = '0', behind, after, last] =
    written.exec(plain) ?? [];
  if (digits === undefined) return null;
  const signs = [first, second, behind, last].filter((one) => one !== undefined);
  const currency = before ?? after ?? null;
  if (signs.length > 1 || (before !== undefined && after !== undefined)) return null;
  if (currency !== null && currencyMeant(currency) === null) return null;
  const isBracketed = (outer ?? inner ?? innermost) !== undefined;
  return { number: digits, exponent: Number(exponent), isNegative: isBracketed || signs.includes('-'), currency };
}

const withPoint = numberForm(',', '\\.');
const withComma = numberForm('\\.', ',');

/** Whole numbers with thousands set apart by one kind of mark, in threes or, as in India, in twos before the last three; decimals. */
function numberForm(mark: string, point: string): RegExp {
  const apart = `${mark}|${spaces.source}|['’]`;
  const grouped = `\\d{1,3}(${apart})\\d{3}(?:\\2\\d{3})*|\\d{1,2}(?:${mark}\\d{2})+${mark}\\d{3}`;
  return new RegExp(`^(${grouped}|\\d+|)(?:${point}(\\d+)?)?$`);
}

/** So many decimals are those of a floating-point number that binary arithmetic left a little off: `12.350000000000001`. */
const noisyDecimals = 12;

/** The number to nine decimals, where what is beyond them is noise; else as it is. */
function withoutNoise(digits: bigint, scale: number): { digits: bigint; scale: number } {
  const unit = 10n ** BigInt(scale - 9);
  const rounded = (2n * digits + (digits < 0n ? -unit : unit)) / (2n * unit);
  const off = rounded * unit - digits;
  const isNoise = (off < 0n ? -off : off) * 1000n < unit;
  return isNoise ? withoutZeros(rounded, 9) : withoutZeros(digits, scale);
}

function withoutZeros(digits: bigint, scale: number): { digits: bigint; scale: number } {
  let [left, places] = [digits, scale];
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places--;
  }
  return { digits: left, scale: places };
}
