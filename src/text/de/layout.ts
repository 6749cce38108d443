import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { named } from '../shown.ts';

/** How a table lies in its file. In German. */
export function layout(format: Format): Pick<LaterMessages, 'layoutText'> {
  const { integer } = format;
  const encodings: LaterMessages['layoutText']['encodings'] = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (Big Endian)',
    'windows-1252': 'Windows: Westeuropa',
    'iso-8859-15': 'ISO 8859-15: Westeuropa',
    'windows-1250': 'Windows: Mitteleuropa',
    'iso-8859-2': 'ISO 8859-2: Mitteleuropa',
    'windows-1251': 'Windows: kyrillisch',
    'koi8-r': 'KOI8: kyrillisch',
    ibm866: 'DOS: kyrillisch',
    'windows-1253': 'Windows: griechisch',
    'windows-1254': 'Windows: türkisch',
    macintosh: 'Ältere Macs: Westeuropa',
    cp850: 'DOS: Westeuropa',
    shift_jis: 'Shift JIS: japanisch',
    'euc-kr': 'EUC-KR: koreanisch',
    'euc-jp': 'EUC-JP: japanisch',
    gb18030: 'GB 18030: chinesisch',
    big5: 'Big5: chinesisch',
  };
  /** What may stand between values. */
  const delimiters: Record<string, string> = {
    ',': 'Komma',
    ';': 'Semikolon',
    '\t': 'Tabulator',
    '|': 'Senkrechter Strich',
    ' ': 'Leerzeichen',
  };
  return {
    layoutText: {
      title: 'Wie die Tabelle in der Datei steht',
      said: 'Von Ihnen angegeben',
      /** @param row counted from 1 */
      names: (row) => (row === null ? 'Keine Spaltennamen' : `Spaltennamen in Zeile ${integer(row)}`),
      header: 'In welcher Zeile stehen die Spaltennamen?',
      row: (row, cells) => `Zeile ${integer(row)}: ${cells}`,
      rows: (name) => `${named(name)} Zeile für Zeile, scrollbar`,
      noHeader: 'In keiner Zeile',
      noHeaderHint: 'Die Spalten heißen dann nach ihrer Nummer',
      delimiter: 'Werte getrennt durch',
      delimiterName: (delimiter) => delimiters[delimiter] ?? `„${named(delimiter)}“`,
      encoding: 'Kodierung des Textes',
      encodings,
      encodingQuestion: 'Was ist richtig zu lesen?',
      asFound: 'Wie gefunden',
    },
  };
}
