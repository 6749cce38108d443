import type { Batch } from '../decode/decoder.ts';

/** Rows that follow each other in a file, as the decoder hands them over. */
export interface RowRun {
  /** The index of their file in the load. */
  fileIndex: number;
  /** Rows of the file before them. */
  rowsBefore: number;
  batch: Batch;
}
