import type { LeftOutReason } from '../../contract/left-out.ts';
import type { SetAsideReason } from '../../contract/report.ts';

/** Why a row is set aside. None begins with a noun: within a sentence the first letter is a small one. */
export const reasons: Record<SetAsideReason, string> = {
  missing: 'Kein Wert',
  'not-a-number': 'Keine ganze Zahl',
  'not-a-date': 'Kein Datum',
  'out-of-range': 'Außerhalb des möglichen Bereichs',
  'duplicate-id': 'Dieselbe ID wie in einer früheren Zeile',
  'earlier-row': 'Dieselbe Karte noch einmal: ihre neueste Zeile gilt',
  'damaged-id': 'Eine ID, deren Ziffern eine Tabellenkalkulation gekürzt hat: Spalte als Text exportieren',
  'too-few-fields': 'Weniger Werte als Spalten',
  'too-many-fields': 'Mehr Werte als Spalten',
  'broken-quotes': 'Nicht geschlossenes Anführungszeichen',
  'broken-text': 'Ungültige Zeichen für die Kodierung der Datei',
  'total-row': 'Nur die Summe anderer Zeilen',
  'repeated-row': 'Dieselbe Zeile wie in einer früheren Datei',
  'repeated-header': 'Erneut die Kopfzeile',
  'beside-table': 'Nicht Teil der Tabelle (Anmerkung, Kommentar oder andere Tabelle)',
};

/** Why a file is left out. */
export const leftOutReasons: Record<LeftOutReason, string> = {
  'no-part': 'nicht Teil eines Exports',
  'by-choice': 'von Ihnen weggelassen',
  'same-again': 'dieselbe Datei noch einmal',
  'empty-part': 'ein Teil ohne Zeilen',
  replaced: 'durch einen späteren Teil der Tabelle ersetzt',
  'no-table': 'ein Text ohne Tabelle',
  'list-of-goods': 'eine Liste von Waren oder Prämien',
  'hidden-sheet': 'ein ausgeblendetes Blatt',
};
