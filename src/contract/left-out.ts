/**
 * Why a file is in no answer: it is plainly no part of an export, such as a picture; a person or a plan leaves it out; it is another file
 * once more; a part of a table without rows; a part that the table's own log has replaced; a text without a table; a list of goods or rewards;
 * a sheet that its workbook does not show.
 */
export type LeftOutReason =
  'no-part' | 'by-choice' | 'same-again' | 'empty-part' | 'replaced' | 'no-table' | 'list-of-goods' | 'hidden-sheet';

/** A file that is not read. */
export interface LeftOut {
  name: string;
  why: LeftOutReason;
}

/** Files that are left out for one reason. */
export function leftOutAs(why: LeftOutReason, names: readonly string[]): LeftOut[] {
  return names.map((name) => ({ name, why }));
}
