import { EngineError, type WorkbookLimit } from '../../../src/contract/errors.ts';

/**
 * What a workbook may hold at most. Excel itself stops at 1,048,576 rows, 16,384 columns and 32,767 characters a cell; what is above these
 * takes the memory of a browser tab, or was made to. Sizes are those that the archive declares, before anything is unpacked.
 */
export const limits = {
  /** Bytes of the file. */
  file: 256 * 2 ** 20,
  /** Parts in it: a sheet is one, so is a picture. */
  parts: 2000,
  /** Bytes of one sheet, unpacked. */
  sheet: 256 * 2 ** 20,
  /** Bytes of the texts that sheets share, unpacked. */
  strings: 128 * 2 ** 20,
  /** Bytes of all parts, unpacked. */
  unpacked: 320 * 2 ** 20,
  /** Texts that sheets share. */
  texts: 8_000_000,
  /** Cells of a sheet, empty ones within the table included. */
  cells: 200_000_000,
  /** Characters of one cell. */
  cellCharacters: 1_000_000,
  /** Characters of all cells of a sheet. */
  characters: 2 ** 30,
} as const satisfies Record<WorkbookLimit, number>;

/** @throws EngineError `workbook-too-large` */
export function checkLimit(file: string, what: WorkbookLimit, found: number): void {
  const limit = limits[what];
  if (found > limit) throw new EngineError('workbook-too-large', { file, what, found, limit });
}
