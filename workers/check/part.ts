import type { Batch } from '../decode/decoder.ts';

/** Rows that follow each other in a file. */
export interface Part {
  /** The place of their file in the load. */
  place: number;
  /** Rows of the file before them. */
  rowsBefore: number;
  batch: Batch;
}
