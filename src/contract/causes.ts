/** Why something failed, where that is known. Any other cause is as the browser or a library says it. */
export const knownCauses = [
  'end-missing',
  'beginning-missing',
  'endless-line',
  'unmatched-quotes',
  /** What a file says in one place and in another do not agree. */
  'contradiction',
  /** A file is not the one any more that was chosen. */
  'changed',
  /** There is no file of that name. */
  'absent',
  /** A worker was ended by its browser without a word. */
  'ended',
  'no-answer',
  /** A worker's script or WebAssembly did not come. */
  'not-fetched',
] as const;

export type KnownCause = (typeof knownCauses)[number];

export const isKnownCause = (cause: string): cause is KnownCause => knownCauses.some((known) => known === cause);
