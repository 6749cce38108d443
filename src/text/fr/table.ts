import type { Messages } from '../messages.ts';

/** Words of tables. */
export const tableText: Messages['tableText'] = {
  none: 'Aucun résultat.',
  region: (caption) => `${caption}, à faire défiler`,
  take: 'Enregistrer ce tableau\u00a0:',
  /** @param format what the file is, `CSV` */
  takeAs: (caption, format) => `Enregistrer «\u00a0${caption}\u00a0» en ${format}`,
  remarksOf: (label) => `${label}\u00a0: remarque`,
  taken: (rows) => (rows === 1 ? 'Une ligne enregistrée' : `${rows} lignes enregistrées`),
  merchant: (id) => `commerçant ${id}`,
  filtered: 'filtré',
};
