import type { ErrorText } from '../errors.ts';
import type { WorkbookLimit } from '../../contract/errors.ts';
import type { NoteKind } from '../../contract/report.ts';
import type { Format, PluralForms } from '../format.ts';
import { helpers } from './helpers.ts';

/** What a note says of cells of a sheet. */
type CellNoteKind = Extract<NoteKind, 'error-cell' | 'formula-without-result' | 'digits-lost'>;

/** What is wrong with a workbook as a whole. In English. */
export function workbookErrors(format: Format): Pick<ErrorText, 'workbook-too-large' | 'workbook-empty'> {
  const { fileSize, integer } = format;
  const { some } = helpers(format);
  const ofBytes: readonly WorkbookLimit[] = ['file', 'sheet', 'strings', 'unpacked'];
  const sized = (what: WorkbookLimit, n: number): string => (ofBytes.includes(what) ? fileSize(n) : integer(n));

  const workbookWords: Record<WorkbookLimit, (found: number) => string> = {
    file: (found) => `The file is ${fileSize(found)}`,
    parts: (found) => `It consists of ${integer(found)} parts`,
    sheet: (found) => `One of its sheets is ${fileSize(found)} unpacked`,
    strings: (found) => `Its texts are ${fileSize(found)} unpacked`,
    unpacked: (found) => `It is ${fileSize(found)} unpacked`,
    texts: (found) => `It has ${integer(found)} texts or more`,
    cells: (found) => `One of its sheets has ${integer(found)} cells or more`,
    cellCharacters: (found) => `One of its cells has ${integer(found)} characters or more`,
    characters: (found) => `The cells of one of its sheets have ${integer(found)} characters or more`,
  };

  return {
    'workbook-too-large': ({ file, what, found, limit }) => ({
      title: `${file} is too large for a workbook`,
      explanation: `${workbookWords[what](found)}, more than Loyalty Lens reads of a workbook (${sized(what, limit)}).`,
      next: 'Export it as CSV, which may be far larger, or save only the sheets of cards, transactions and stores in a workbook of their own.',
    }),
    'workbook-empty': ({ file, hidden }) => ({
      title: `${file} has no sheet with values`,
      explanation:
        hidden.length === 0
          ? 'All of its sheets are empty.'
          : `Its visible sheets are empty, and hidden ones are left alone: ${some(hidden, 6)}.`,
      next:
        hidden.length === 0
          ? 'Choose the workbook with the cards and transactions.'
          : 'If one of those is meant, unhide it in Excel, save the workbook, and open it here.',
    }),
  };
}

/** Cells of sheets that have no value, or another one than was meant. In English. */
export const cellNotes: Record<CellNoteKind, { what: PluralForms; effect: PluralForms }> = {
  'error-cell': {
    what: {
      one: '# row with an error of Excel in place of a value',
      other: '# rows with an error of Excel in place of a value',
    },
    effect: { other: 'Used as if nothing stood there.' },
  },
  'formula-without-result': {
    what: {
      one: '# row with a formula whose result the workbook does not hold',
      other: '# rows with a formula whose result the workbook does not hold',
    },
    effect: {
      other: 'Used as if nothing stood there. Open the workbook in Excel and save it, and the results are in it.',
    },
  },
  'digits-lost': {
    what: {
      one: '# row with a number of more than 15 digits, whose last ones Excel has replaced by zeros',
      other: '# rows with a number of more than 15 digits, whose last ones Excel has replaced by zeros',
    },
    effect: { other: 'Used as it stands there; two such ids may have become one. Export them as CSV, or as text.' },
  },
};
