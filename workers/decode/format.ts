import type { SaidLayout } from '../../src/contract/layout.ts';
import type { Batch, FileDescription } from './decoder.ts';

/** A way in which files are laid out: told by what is in a file, not by its name. */
export interface Format {
  /** Whether a file is of this format, by its first and last four bytes. */
  matches(head: string, tail: string): boolean;
  /** Opens a file of this format, where it has a layout as a person says; throws as `Decoder.open` says. */
  open(file: Blob, name: string, said?: SaidLayout): Promise<ReadableFile>;
}

/** A file that its format has opened; the calls are those of a `Decoder` for this file. */
export interface ReadableFile {
  readonly description: FileDescription;
  preview(rows: number): Promise<(string | null)[][]>;
  beginReading(places: readonly number[]): Promise<void>;
  next(): Promise<Batch | null>;
  close(): Promise<void>;
}
