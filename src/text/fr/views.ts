import type { Messages } from '../messages.ts';
import { quoted } from './helpers.ts';

/** Words that the views share. */
export const viewsText: Messages['viewsText'] = {
  chart: 'Graphique',
  table: 'Tableau',
  showAs: (title) => `Affichage de ${quoted(title)}`,
  loading: 'Chargement…',
  retry: 'Réessayer',
  how: 'Comment est-ce calculé\u202f?',
  howOf: (title) => `Comment est-ce calculé\u202f? ${title}`,
  monthsBack: 'Période',
  months: (n) => `${n}\u00a0mois`,
};
