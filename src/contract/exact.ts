/** A whole number, exactly: a number where JSON holds it exactly (within ±2⁵³), else its digits as text. */
export type Exact = number | string;

/** Digits as JSON can hold them. */
export function exact(digits: string): Exact {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}

export function exactOrNull(digits: string | null): Exact | null {
  return digits === null ? null : exact(digits);
}

/** The sum, to the last digit. */
export function exactSum(values: readonly Exact[]): Exact {
  const sum = values.reduce<number>((total, value) => (typeof value === 'number' ? total + value : NaN), 0);
  return Number.isSafeInteger(sum) ? sum : exact(String(values.reduce((total, value) => total + BigInt(value), 0n)));
}

/** The nearest double, for lengths of bars and shares: what is printed is the number itself. */
export function nearest(value: Exact): number {
  return Number(value);
}
