import { isNothing } from '../../src/domain/values/nothing.ts';

/** The first rows of a file as text, a value a column. */
export type Sample = readonly (string | null)[][];

/** Rows that are looked at for a guess. */
export const sampledRows = 1000;

/** Rows that are looked at where those leave open how they are written: an export in order of time may begin with a quiet week. */
export const settlingRows = 20_000;

/** The values of the column at an index of the sampled rows, without the space around them; rows without a value, or with a word for nothing, are left out. */
export function valuesOf(sample: Sample, index: number): string[] {
  return sample.map((row) => row[index]?.trim() ?? '').filter((value) => !isNothing(value));
}
