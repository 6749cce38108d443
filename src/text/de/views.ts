import type { Messages } from '../messages.ts';

/** Words that the views share. */
export const viewsText: Messages['viewsText'] = {
  chart: 'Diagramm',
  table: 'Tabelle',
  showAs: (title) => `${title} anzeigen als`,
  loading: 'Wird geladen\u00a0…',
  retry: 'Erneut versuchen',
  how: 'Wie wird das berechnet?',
  howOf: (title) => `Wie wird das berechnet? ${title}`,
  monthsBack: 'Rückblick',
  months: (n) => (n === 1 ? '1\u00a0Monat' : `${n}\u00a0Monate`),
};
