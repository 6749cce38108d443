/**
 * A number, exactly: a number where JSON holds it exactly, else its digits as text. Whole, or, for points of a programme that has fractions of
 * them, with up to four decimals.
 */
export type Exact = number | string;

/** Decimals that points may have. */
export const pointDecimals = 4;

/** Digits, with decimals or without, as JSON can hold them. */
export function exact(digits: string): Exact {
  const plain = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  const number = Number(plain);
  return Number.isSafeInteger(number) || (plain.includes('.') && String(number) === plain) ? number : plain;
}

export function exactOrNull(digits: string | null): Exact | null {
  return digits === null ? null : exact(digits);
}

/** The sum, to the last digit. */
export function exactSum(values: readonly Exact[]): Exact {
  const sum = values.reduce<number>((total, value) => (Number.isInteger(value) ? total + Number(value) : NaN), 0);
  if (Number.isSafeInteger(sum)) return sum;
  const smallest = values.reduce<bigint>((total, value) => total + inSmallest(value), 0n);
  const digits = String(smallest < 0n ? -smallest : smallest).padStart(pointDecimals + 1, '0');
  return exact(`${smallest < 0n ? '-' : ''}${digits.slice(0, -pointDecimals)}.${digits.slice(-pointDecimals)}`);
}

/** In ten-thousandths. */
function inSmallest(value: Exact): bigint {
  const [whole, decimals = ''] = String(value).split('.');
  return BigInt(whole! + decimals.padEnd(pointDecimals, '0'));
}

/** A whole number with the point moved to the left by so many digits: cents as units, with 2. */
export function shifted(number: Exact, digits: number): Exact {
  if (typeof number === 'number') return number / 10 ** digits;
  if (digits === 0) return number;
  const sign = number.startsWith('-') ? '-' : '';
  const text = number.replace('-', '').padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Cents as units of a currency: `1250` is 12.5. */
export function inUnits(cents: Exact | null): Exact | null {
  return cents === null ? null : shifted(cents, 2);
}

/** A part of a whole as a number with four decimals; of nothing it is 0. */
export function fraction(part: Exact, whole: Exact): number {
  return nearest(whole) === 0 ? 0 : Math.round((nearest(part) / nearest(whole)) * 10_000) / 10_000;
}

/** The nearest double, for lengths of bars and shares: what is printed is the number itself. */
export function nearest(value: Exact): number {
  return Number(value);
}
