import type { ErrorText } from '../errors.ts';
import type { WorkbookLimit } from '../../contract/errors.ts';
import type { NoteKind } from '../../contract/report.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { helpers } from './helpers.ts';

/** What a note says of cells of a sheet. */
type CellNoteKind = Extract<NoteKind, 'error-cell' | 'formula-without-result' | 'digits-lost'>;

/** What is true of some used rows, and what that means for the answers. */
type NoteWords = ReturnType<Messages['qualityText']['noteWords']>;

/** What is wrong with a workbook as a whole. In French. */
export function workbookErrors(format: Format): Pick<ErrorText, 'workbook-too-large' | 'workbook-empty'> {
  const { fileSize, integer } = format;
  const { some } = helpers(format);
  const ofBytes: readonly WorkbookLimit[] = ['file', 'sheet', 'strings', 'unpacked'];
  const sized = (what: WorkbookLimit, n: number): string => (ofBytes.includes(what) ? fileSize(n) : integer(n));

  const workbookWords: Record<WorkbookLimit, (found: number) => string> = {
    file: (found) => `Le fichier fait ${fileSize(found)}`,
    parts: (found) => `Il se compose de ${integer(found)} parties`,
    sheet: (found) => `L’une de ses feuilles fait ${fileSize(found)} une fois décompressée`,
    strings: (found) => `Ses textes font ${fileSize(found)} une fois décompressés`,
    unpacked: (found) => `Il fait ${fileSize(found)} une fois décompressé`,
    texts: (found) => `Il contient au moins ${integer(found)} textes`,
    cells: (found) => `L’une de ses feuilles contient au moins ${integer(found)} cellules`,
    cellCharacters: (found) => `L’une de ses cellules contient au moins ${integer(found)} caractères`,
    characters: (found) => `Les cellules de l’une de ses feuilles contiennent au moins ${integer(found)} caractères`,
  };

  return {
    'workbook-too-large': ({ file, what, found, limit }) => ({
      title: `${file} est trop gros pour un classeur`,
      explanation: `${workbookWords[what](found)}, plus que ce que Loyalty Lens lit d’un classeur (${sized(what, limit)}).`,
      next: 'Exportez les données en CSV, qui peut être bien plus gros, ou enregistrez dans un classeur à part les seules feuilles des cartes, des transactions et des magasins.',
    }),
    'workbook-empty': ({ file, hidden }) => ({
      title: `${file} n’a aucune feuille avec des valeurs`,
      explanation:
        hidden.length === 0
          ? 'Toutes ses feuilles sont vides.'
          : `Ses feuilles visibles sont vides, et les feuilles masquées ne sont pas lues\u00a0: ${some(hidden, 6)}.`,
      next:
        hidden.length === 0
          ? 'Choisissez le classeur avec les cartes et les transactions.'
          : 'S’il s’agit de l’une d’elles, affichez-la dans Excel, enregistrez le classeur et ouvrez-le ici.',
    }),
  };
}

/** Cells of sheets that have no value, or another one than was meant. In French. */
export function cellNotes(format: Format): Record<CellNoteKind, NoteWords> {
  const { plural } = format;
  const { count } = helpers(format);
  return {
    'error-cell': {
      what: (rows) =>
        count(
          rows,
          'ligne avec une erreur d’Excel à la place d’une valeur',
          'lignes avec une erreur d’Excel à la place d’une valeur',
        ),
      effect: (rows) =>
        plural(rows, {
          one: 'Utilisée comme si la case était vide.',
          other: 'Utilisées comme si la case était vide.',
        }),
    },
    'formula-without-result': {
      what: (rows) =>
        count(
          rows,
          'ligne avec une formule dont le classeur ne contient pas le résultat',
          'lignes avec une formule dont le classeur ne contient pas le résultat',
        ),
      effect: (rows) =>
        `${plural(rows, { one: 'Utilisée', other: 'Utilisées' })} comme si la case était vide. Ouvrez le classeur dans Excel et enregistrez-le\u00a0: les résultats y seront.`,
    },
    'digits-lost': {
      what: (rows) =>
        count(
          rows,
          'ligne avec un nombre de plus de 15 chiffres, dont Excel a remplacé les derniers par des zéros',
          'lignes avec un nombre de plus de 15 chiffres, dont Excel a remplacé les derniers par des zéros',
        ),
      effect: (rows) =>
        `${plural(rows, { one: 'Utilisée telle quelle', other: 'Utilisées telles quelles' })}\u202f; deux identifiants ont pu n’en faire plus qu’un. Exportez-les en CSV, ou comme texte.`,
    },
  };
}
