import type { Messages } from '../messages.ts';

/** Words of tables. */
export const tableText: Messages['tableText'] = {
  none: 'Nichts gefunden.',
  region: (caption) => `${caption}, verschiebbar`,
};
