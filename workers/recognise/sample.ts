/** Rows that are looked at for a guess. */
export const sampledRows = 1000;

/** Rows that are looked at where those leave open how they are written: an export in order of time may begin with a quiet week. */
export const settlingRows = 20_000;

/**
 * The values of the column at a place of the sampled rows, without the space around them; rows without a value are left out.
 *
 * @param sample rows of text, a value a column
 */
export function valuesOf(sample: readonly (string | null)[][], place: number): string[] {
  return sample.map((row) => row[place]?.trim() ?? '').filter((value) => value !== '');
}
