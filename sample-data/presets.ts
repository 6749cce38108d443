import { merchants, type Merchant } from './merchants.ts';

const { cafe, bakery, retailer } = merchants;

/** Whose data each sample is. */
export const presets = {
  cafe: [cafe],
  bakery: [bakery],
  retailer: [retailer],
  platform: [cafe, bakery, retailer],
} satisfies Record<string, Merchant[]>;

export type Preset = keyof typeof presets;

/** The seed of the committed samples. */
export const committedSeed = 7;
