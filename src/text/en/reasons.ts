import type { LeftOutReason } from '../../contract/left-out.ts';
import type { SetAsideReason } from '../../contract/report.ts';

/** Why a row is set aside. */
export const reasons: Record<SetAsideReason, string> = {
  missing: 'No value',
  'not-a-number': 'Not a whole number',
  'not-a-date': 'Not a date',
  'out-of-range': 'Out of range',
  'duplicate-id': 'The same id as a row before it',
  'earlier-row': 'The same card again: its latest row is used',
  'damaged-id': 'An id whose digits a spreadsheet has cut: export the column as text',
  'too-few-fields': 'Fewer values than the file has columns',
  'too-many-fields': 'More values than the file has columns',
  'broken-quotes': 'A quotation mark that is never closed',
  'broken-text': 'Characters that are not text in the file’s encoding',
  'total-row': 'A total of other rows',
  'repeated-row': 'The same row as in an earlier file',
  'repeated-header': 'The header again',
  'beside-table': 'Not a row of the table (a note, a comment or another table)',
};

/** Why a file is left out. */
export const leftOutReasons: Record<LeftOutReason, string> = {
  'no-part': 'no part of an export',
  'by-choice': 'left out by choice',
  'same-again': 'the same as another file',
  'empty-part': 'a part without rows',
  replaced: 'replaced by a later part of the table',
  'no-table': 'a text without a table',
  'list-of-goods': 'a list of goods or rewards',
  'hidden-sheet': 'a hidden sheet',
};
