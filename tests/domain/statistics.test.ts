import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/domain/statistics.ts';

describe('the interval of a proportion', () => {
  // Newcombe 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (part, whole, from, to) => {
    const found = wilson(part, whole)!;
    expect(found.from).toBeCloseTo(from, 4);
    expect(found.to).toBeCloseTo(to, 4);
  });

  it('is the other way round for the others, and none for nobody', () => {
    const { from, to } = wilson(20, 20)!;
    expect(from).toBeCloseTo(1 - 0.1611, 4);
    expect(to).toBe(1);
    expect(wilson(0, 0)).toBeNull();
  });
});
