export const dayMs = 86_400_000;

/** A UTC calendar month as a number: months since the year 0. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function startOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

export function nameOf(month: number): string {
  return new Date(startOf(month)).toISOString().slice(0, 7);
}

/** The first place in ascending `values` that is not below `least`. */
export function lowerBound(values: Float64Array, least: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function roundEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
