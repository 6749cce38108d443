/**
 * A difference of counts is one, and not chance, beyond this many standard deviations of a Poisson or binomial count: of some ninety
 * comparisons of nothing but chance one would pass.
 */
export const sureDeviations = 2.5;

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** In percent of `previous`. */
export const percentChange = (current: number, previous: number): number => (100 * (current - previous)) / previous;
