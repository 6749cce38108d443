import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { quoted } from './helpers.ts';
import { named } from '../shown.ts';

/** How a table lies in its file. In French. */
export function layout(format: Format): Pick<LaterMessages, 'layoutText'> {
  const { integer } = format;
  const encodings: LaterMessages['layoutText']['encodings'] = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (gros-boutiste)',
    'windows-1252': 'Windows\u00a0: Europe de l’Ouest',
    'iso-8859-15': 'ISO 8859-15\u00a0: Europe de l’Ouest',
    'windows-1250': 'Windows\u00a0: Europe centrale',
    'iso-8859-2': 'ISO 8859-2\u00a0: Europe centrale',
    'windows-1251': 'Windows\u00a0: cyrillique',
    'koi8-r': 'KOI8\u00a0: cyrillique',
    ibm866: 'DOS\u00a0: cyrillique',
    'windows-1253': 'Windows\u00a0: grec',
    'windows-1254': 'Windows\u00a0: turc',
    macintosh: 'Anciens Mac\u00a0: Europe de l’Ouest',
    cp850: 'DOS\u00a0: Europe de l’Ouest',
    shift_jis: 'Shift JIS\u00a0: japonais',
    'euc-kr': 'EUC-KR\u00a0: coréen',
    'euc-jp': 'EUC-JP\u00a0: japonais',
    gb18030: 'GB 18030\u00a0: chinois',
    big5: 'Big5\u00a0: chinois',
  };
  /** What may stand between values. */
  const delimiters: Record<string, string> = {
    ',': 'Virgule',
    ';': 'Point-virgule',
    '\t': 'Tabulation',
    '|': 'Barre verticale',
    ' ': 'Espaces',
  };
  return {
    layoutText: {
      title: 'Disposition du tableau dans le fichier',
      said: 'Indiqué par vous',
      /** @param row counted from 1 */
      names: (row) => (row === null ? 'Pas de noms de colonnes' : `Noms des colonnes à la ligne ${integer(row)}`),
      header: 'Quelle ligne contient les noms des colonnes\u202f?',
      row: (row, cells) => `Ligne ${integer(row)}\u00a0: ${cells}`,
      rows: (name) => `${named(name)} ligne par ligne, à faire défiler`,
      noHeader: 'Aucune ligne',
      noHeaderHint: 'Les colonnes sont alors désignées par leur numéro',
      delimiter: 'Valeurs séparées par',
      delimiterName: (delimiter) => delimiters[delimiter] ?? quoted(named(delimiter)),
      encoding: 'Codage du texte',
      encodings,
      encodingQuestion: 'Qu’est-ce qui se lit bien\u202f?',
      asFound: 'Comme trouvé',
    },
  };
}
