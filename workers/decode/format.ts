import type { Decoder } from './decoder.ts';

/** A way in which files are laid out: told by what is in a file, not by its name. */
export interface Format {
  /** Whether a file is of this format, by its first and last four bytes. */
  matches(head: string, tail: string): boolean;
  decoder: Omit<Decoder, 'ready' | 'unpack'>;
}
