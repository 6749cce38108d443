import type { Messages } from '../messages.ts';

/** Words of tables. */
export const tableText: Messages['tableText'] = {
  none: 'Nichts gefunden.',
  region: (caption) => `${caption}, verschiebbar`,
  sortBy: 'Sortieren nach',
  unsorted: 'Wie aufgeführt',
  sorted: (label, numeric, isDescending) =>
    `${label}, ${numeric ? (isDescending ? 'höchste zuerst' : 'niedrigste zuerst') : isDescending ? 'Z bis A' : 'A bis Z'}`,
  take: 'Tabelle speichern:',
  /** @param format what the file is, `CSV` */
  takeAs: (caption, format) => `„${caption}“ als ${format} speichern`,
  remarksOf: (label) => `${label}: Hinweis`,
  taken: (rows) => (rows === 1 ? 'Eine Zeile gespeichert' : `${rows} Zeilen gespeichert`),
  merchant: (id) => `Händler ${id}`,
  filtered: 'gefiltert',
};
