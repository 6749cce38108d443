import type { Messages } from '../messages.ts';

/** Words of tables. */
export const tableText: Messages['tableText'] = {
  none: 'Aucun résultat.',
  region: (caption) => `${caption}, à faire défiler`,
};
