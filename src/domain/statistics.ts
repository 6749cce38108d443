/**
 * A difference of counts is one, and not chance, beyond this many standard deviations of a Poisson or binomial count: of some ninety
 * comparisons of nothing but chance one would pass.
 */
export const sureDeviations = 2.5;

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** In percent of `previous`. */
export const percentChange = (current: number, previous: number): number => (100 * (current - previous)) / previous;

/** Of a normal distribution, 95 % lie within so many standard deviations. */
export const deviationsOf95 = 1.959963984540054;

/**
 * Wilson's 95 % interval of a proportion, `part` of `whole`, both counts; null of none. Nobody's share is 0 or 1 for sure.
 *
 * Source: Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22
 * (1927); figures by Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998).
 */
export function wilson(part: number, whole: number): { from: number; to: number } | null {
  if (whole === 0) return null;
  const share = part / whole;
  const squared = deviationsOf95 ** 2;
  const middle = share + squared / (2 * whole);
  const half = deviationsOf95 * Math.sqrt((share * (1 - share) + squared / (4 * whole)) / whole);
  const scale = 1 + squared / whole;
  return {
    from: part === 0 ? 0 : (middle - half) / scale,
    to: part === whole ? 1 : (middle + half) / scale,
  };
}
