import { expect, it } from 'vitest';
import { watch } from '../watch.ts';
import { csvCampaign } from './campaign.ts';

/** `npm run fuzz` opens thousands. */
const copies = 10;

it(
  `opens ${copies} damaged text files, or refuses them, with every row accounted for`,
  async () => {
    const watching = watch(90);
    const { findings, ...figures } = await csvCampaign({ copies, seed: 6, before: watching.copy });
    watching.stop();
    expect(findings).toEqual([]);
    expect(figures.copies).toBe(copies);
    // Damage that is always noticed would not be the damage this test is for.
    expect(figures.loads).toBeGreaterThan(copies / 2);
    expect(figures.setAside).toBeGreaterThan(0);
  },
  5 * 60_000,
);
