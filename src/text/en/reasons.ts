import type { SetAsideReason } from '../../contract/report.ts';

/** Why a row is set aside. */
export const reasons: Record<SetAsideReason, string> = {
  missing: 'No value',
  'not-a-number': 'Not a whole number',
  'not-a-date': 'Not a date',
  'out-of-range': 'Out of range',
  'duplicate-id': 'The same id as a row before it',
  'earlier-row': 'The same card again: its latest row is used',
  'too-few-fields': 'Fewer values than the file has columns',
  'too-many-fields': 'More values than the file has columns',
  'broken-quotes': 'A quotation mark that is never closed',
  'broken-text': 'Characters that are not text in the file’s encoding',
  'total-row': 'A total of other rows',
  'repeated-row': 'The same row as in an earlier file',
  'repeated-header': 'The header again',
  'beside-table': 'Not a row of the table (a note, a comment or another table)',
};
