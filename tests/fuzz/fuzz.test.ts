import { expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { watch } from './watch.ts';

/** `npm run fuzz` loads thousands. */
const copies = 24;

it(
  `survives ${copies} damaged files with nothing lost and no row miscounted`,
  async () => {
    const watching = watch(90);
    const { findings, ...figures } = await campaign({ copies, seed: 3, before: watching.copy });
    watching.stop();
    expect(findings).toEqual([]);
    expect(figures.copies).toBe(copies);
    // Damage that is always noticed, or never, would not be the damage this test is for.
    expect(figures.loads).toBeGreaterThan(copies / 20);
    expect(figures.loads).toBeLessThan(copies / 2);
  },
  20 * 60_000,
);
