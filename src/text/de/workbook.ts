import type { ErrorText } from '../errors.ts';
import type { WorkbookLimit } from '../../contract/errors.ts';
import type { NoteKind } from '../../contract/report.ts';
import type { Format, PluralForms } from '../format.ts';
import { helpers } from './helpers.ts';

/** What a note says of cells of a sheet. */
type CellNoteKind = Extract<NoteKind, 'error-cell' | 'formula-without-result' | 'digits-lost'>;

/** What is wrong with a workbook as a whole. In German. */
export function workbookErrors(format: Format): Pick<ErrorText, 'workbook-too-large' | 'workbook-empty'> {
  const { fileSize, integer } = format;
  const { some } = helpers(format);
  const ofBytes: readonly WorkbookLimit[] = ['file', 'sheet', 'strings', 'unpacked'];
  const sized = (what: WorkbookLimit, n: number): string => (ofBytes.includes(what) ? fileSize(n) : integer(n));

  const workbookWords: Record<WorkbookLimit, (found: number) => string> = {
    file: (found) => `Die Datei hat ${fileSize(found)}`,
    parts: (found) => `Sie besteht aus ${integer(found)} Teilen`,
    sheet: (found) => `Eines der Blätter hat entpackt ${fileSize(found)}`,
    strings: (found) => `Die Texte haben entpackt ${fileSize(found)}`,
    unpacked: (found) => `Sie hat entpackt ${fileSize(found)}`,
    texts: (found) => `Sie hat mindestens ${integer(found)} Texte`,
    cells: (found) => `Eines der Blätter hat mindestens ${integer(found)} Zellen`,
    cellCharacters: (found) => `Eine der Zellen hat mindestens ${integer(found)} Zeichen`,
    characters: (found) => `Die Zellen eines der Blätter haben mindestens ${integer(found)} Zeichen`,
  };

  return {
    'workbook-too-large': ({ file, what, found, limit }) => ({
      title: `${file} ist für eine Arbeitsmappe zu groß`,
      explanation: `${workbookWords[what](found)}; das ist mehr, als Loyalty Lens von einer Arbeitsmappe liest (${sized(what, limit)}).`,
      next: 'Exportieren Sie die Daten als CSV, das weit größer sein darf, oder speichern Sie nur die Blätter mit Karten, Transaktionen und Filialen in einer eigenen Mappe.',
    }),
    'workbook-empty': ({ file, hidden }) => ({
      title: `${file} hat kein Blatt mit Werten`,
      explanation:
        hidden.length === 0
          ? 'Alle Blätter sind leer.'
          : `Die sichtbaren Blätter sind leer, und ausgeblendete bleiben unberührt: ${some(hidden, 6)}.`,
      next:
        hidden.length === 0
          ? 'Wählen Sie die Mappe mit den Karten und Transaktionen.'
          : 'Ist eines davon gemeint, blenden Sie es in Excel ein, speichern Sie die Mappe und öffnen Sie sie hier.',
    }),
  };
}

/** Cells of sheets that have no value, or another one than was meant. In German. */
export const cellNotes: Record<CellNoteKind, { what: PluralForms; effect: string }> = {
  'error-cell': {
    what: {
      one: '# Zeile mit einem Fehler von Excel statt eines Werts',
      other: '# Zeilen mit einem Fehler von Excel statt eines Werts',
    },
    effect: 'Verwendet, als stünde dort nichts.',
  },
  'formula-without-result': {
    what: {
      one: '# Zeile mit einer Formel, deren Ergebnis nicht in der Mappe steht',
      other: '# Zeilen mit einer Formel, deren Ergebnis nicht in der Mappe steht',
    },
    effect:
      'Verwendet, als stünde dort nichts. Öffnen Sie die Mappe in Excel und speichern Sie sie, dann stehen die Ergebnisse darin.',
  },
  'digits-lost': {
    what: {
      one: '# Zeile mit einer Zahl von mehr als 15 Stellen, deren letzte Excel durch Nullen ersetzt hat',
      other: '# Zeilen mit einer Zahl von mehr als 15 Stellen, deren letzte Excel durch Nullen ersetzt hat',
    },
    effect:
      'Verwendet, wie sie dasteht; aus zwei solchen Nummern kann eine geworden sein. Exportieren Sie sie als CSV oder als Text.',
  },
};
