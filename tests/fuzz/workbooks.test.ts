import { expect, it } from 'vitest';
import { watch } from './watch.ts';
import { damagedWorkbooks } from './workbooks.ts';

/** `npm run fuzz` reads as many of them as of Parquet files. */
const copies = 250;

it(
  `reads ${copies} damaged workbooks as they were, or refuses them`,
  async () => {
    const watching = watch(90);
    const { findings, ...figures } = await damagedWorkbooks(copies, 5, watching.copy);
    watching.stop();
    expect(findings).toEqual([]);
    expect(figures.copies).toBe(copies);
    // Damage that is always noticed, or never, would not be the damage this test is for.
    expect(figures.refused).toBeGreaterThan(copies / 3);
    expect(figures.same + figures.other).toBeGreaterThan(copies / 10);
  },
  10 * 60_000,
);
