import type { TextEncoding } from '../../contract/layout.ts';
import type { Format } from '../format.ts';
import { named } from '../shown.ts';

/** How a table lies in its file. In English. */
export function layout(format: Format) {
  const { integer } = format;
  const encodings = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (big-endian)',
    'windows-1252': 'Windows: western Europe',
    'iso-8859-15': 'ISO 8859-15: western Europe',
    'windows-1250': 'Windows: central Europe',
    'iso-8859-2': 'ISO 8859-2: central Europe',
    'windows-1251': 'Windows: Cyrillic',
    'koi8-r': 'KOI8: Cyrillic',
    ibm866: 'DOS: Cyrillic',
    'windows-1253': 'Windows: Greek',
    'windows-1254': 'Windows: Turkish',
    macintosh: 'Older Macs: western Europe',
    cp850: 'DOS: western Europe',
    shift_jis: 'Shift JIS: Japanese',
    'euc-kr': 'EUC-KR: Korean',
    'euc-jp': 'EUC-JP: Japanese',
    gb18030: 'GB 18030: Chinese',
    big5: 'Big5: Chinese',
  } satisfies Record<TextEncoding, string>;
  /** What may stand between values. */
  const delimiters: Record<string, string> = {
    ',': 'Comma',
    ';': 'Semicolon',
    '\t': 'Tab',
    '|': 'Bar',
    ' ': 'Spaces',
  };
  return {
    layoutText: {
      title: 'How the table lies in the file',
      said: 'Said by you',
      /** @param row counted from 1 */
      names: (row: number | null): string =>
        row === null ? 'No names of columns' : `Names of columns in row ${integer(row)}`,
      header: 'Which row names the columns?',
      row: (row: number, cells: string): string => `Row ${integer(row)}: ${cells}`,
      rows: (name: string): string => `${named(name)} row by row, scrollable`,
      noHeader: 'No row names them',
      noHeaderHint: 'Columns are called by number then',
      delimiter: 'Values are separated by',
      delimiterName: (delimiter: string): string => delimiters[delimiter] ?? `“${named(delimiter)}”`,
      encoding: 'Text is written in',
      encodings,
      encodingQuestion: 'Which of these reads right?',
      asFound: 'As it was found',
    },
  };
}
