import type { Kept } from './offline.svelte.ts';

/** The page that is one file is on the device as it is: there is nothing to be kept. */
export const offline = { kept: 'one-file' as Kept, start: (): Promise<void> => Promise.resolve() };
