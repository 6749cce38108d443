import type { Messages } from '../messages.ts';

/** Words of tables. */
export const tableText: Messages['tableText'] = {
  none: 'Aucun résultat.',
  region: (caption) => `${caption}, à faire défiler`,
  sortBy: 'Trier par',
  unsorted: 'Dans l’ordre donné',
  sorted: (label, numeric, isDescending) =>
    `${label}, ${numeric ? (isDescending ? 'du plus grand au plus petit' : 'du plus petit au plus grand') : isDescending ? 'de Z à A' : 'de A à Z'}`,
  take: 'Enregistrer ce tableau\u00a0:',
  /** @param format what the file is, `CSV` */
  takeAs: (caption, format) => `Enregistrer «\u00a0${caption}\u00a0» en ${format}`,
  remarksOf: (label) => `${label}\u00a0: remarque`,
  taken: (rows) => (rows === 1 ? 'Une ligne enregistrée' : `${rows} lignes enregistrées`),
  merchant: (id) => `commerçant ${id}`,
  filtered: 'filtré',
};
