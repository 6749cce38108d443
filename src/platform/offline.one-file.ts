import type { Kept } from './offline.svelte.ts';

/** The page that is one file is on the device as it is: there is nothing to be kept, and nothing newer comes. */
export const offline = {
  kept: 'one-file' as Kept,
  newer: null,
  start: (): Promise<void> => Promise.resolve(),
  reload: (): Promise<void> => Promise.resolve(),
};
