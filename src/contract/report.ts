/** What was read of each file, what was set aside, and what is worth knowing of the rest. */

import type { FileFormat, FileKind } from './files.ts';

/** Why a row cannot be used. */
export type SetAsideReason =
  | 'missing'
  | 'not-a-number'
  | 'not-a-date'
  | 'out-of-range'
  | 'duplicate-id'
  /** Of a card that a later row holds for. */
  | 'earlier-row'
  /** An id of which a spreadsheet kept the first digits alone, such as `9.78103E+12`. */
  | 'damaged-id'
  /** Rows of a text file that do not have as many values as its header. The column is empty then. */
  | 'too-few-fields'
  | 'too-many-fields'
  | 'broken-quotes'
  /** Bytes that are not text in the file's encoding. */
  | 'broken-text'
  /** Rows of a text file that are none of its table: sums of others, the header again, and what stands between and below them. */
  | 'total-row'
  /** A row without an id that an earlier file has too, with all others of the time that the two have in common. */
  | 'repeated-row'
  | 'repeated-header'
  | 'beside-table';

export interface SetAside {
  column: string;
  reason: SetAsideReason;
  rows: number;
  /** Up to three of them: row number in the file, counted from 1, and the value as text. */
  examples: { row: number; value: string | null }[];
}

/** Something true of used rows that a reader of the answers should know. */
export type NoteKind =
  /** Transactions of a card that is not among the cards. */
  | 'unknown-card'
  /** Transactions that name another merchant than their card, whose they count as. */
  | 'other-merchant'
  /**
   * Transactions with the number, the card and the instant of another, and another amount or other points: one may correct the other, and both
   * count.
   */
  | 'number-again'
  /** Transactions from before their card was enrolled. */
  | 'before-enrolment'
  /** Cards or transactions dated after the moment of loading: they move the default report date. */
  | 'in-the-future'
  /** Rows with a value that cannot be read in a column (`column`) that they can do without: they are used as if they had none there. */
  | 'unread-value'
  /** Rows of a sheet with an error in a column, such as `#REF!`: they are used as if they had none there. */
  | 'error-cell'
  /** The same for a formula of which the workbook stores no result. */
  | 'formula-without-result'
  /** Rows with a number of more digits than Excel keeps: its last ones are zeros, whatever they were. */
  | 'digits-lost'
  /** Transactions of a type that the service does not know. */
  | 'unknown-type'
  /** Transactions whose amount is in another currency than the one that counts: two are never summed. */
  | 'other-currency'
  /** Cards that follow from the transactions, since no file has them. */
  | 'derived-card'
  /** Cards whose columns the transactions repeat: no file has them alone. */
  | 'repeated-card'
  /** Cards whose enrolment is not in their file: it is taken from their first transaction. */
  | 'derived-enrolment'
  /** Transactions whose file has no types: told by the sign of points or amounts, or not at all. */
  | 'derived-type'
  /** Rows that name no card: orders of customers who are no members, in no card's figures. */
  | 'non-member'
  /** Rows that were lines of one purchase with others, and are one transaction with them: so many fewer there are. */
  | 'lines-joined'
  /** The same, of a file whose lines each have the amount of their whole purchase: it counts once. */
  | 'totals-repeated'
  /** Transactions with an amount below 0: money given back, which revenue does not take off. */
  | 'refund'
  /** Transactions without a store. */
  | 'no-store'
  /** Transactions of a store that has no name in the export. */
  | 'unnamed-store'
  | 'no-card-number'
  | 'inactive-card'
  /** Cards without any transaction in the export. */
  | 'unused-card'
  | 'store-without-name';

export interface DataNote {
  kind: NoteKind;
  rows: number;
  /** Up to three of the cards, types or stores that it is about, or of the dates or values. */
  examples: string[];
  /** The column that it is about, by the export's name for it: of `unread-value` and what is said of a sheet's cells. */
  column?: string;
}

export interface FileReport {
  kind: FileKind;
  fileName: string;
  format: FileFormat;
  bytes: number;
  /** Equal for files with the same columns (`shapeOf`). */
  shape: string;
  rowsRead: number;
  /** `rowsRead` = `rowsUsed` + the rows set aside. */
  rowsUsed: number;
  setAside: SetAside[];
  notes: DataNote[];
  /** Whether instants of it name no time zone: they were read as wall-clock time of the calendar that it was loaded with. */
  hasLocalTimes: boolean;
  /** Columns used, by the export's name for them, and what the file calls and types them. */
  columns: { name: string; found: string; type: string }[];
  /** Optional columns of the export that the file does not have. */
  absent: string[];
  /** Columns of the file that are not used. */
  ignored: string[];
}
