import { WINDOW_DAYS } from '../../domain/calendar.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { from } from './helpers.ts';

/** In French. */
export function cohorts(format: Format): Pick<Messages, 'heatmapText' | 'cohortsText' | 'windowLabel'> {
  /** Words of the cohorts, their heatmap and table. */
  const heatmapText: Messages['heatmapText'] = {
    cohort: (month) => `Cartes créées en ${month}`,
    days: (first, last) => `Jours ${first}–${last}`,
    dates: (first, last) => `${first} – ${last}`,
    active: 'Utilisées',
    share: (share, cards) => `${share} (${cards})`,
    enrolled: 'Créées',
    runningNote: 'Cette tranche n’est pas terminée\u00a0: la valeur peut encore monter.',
    partialNote: (date) => `Seulement les cartes créées à partir du ${date}, début du rapport.`,
  };

  const cohortsText: Messages['cohortsText'] = {
    title: 'Cohortes',
    lead: 'Vos nouveaux clients reviennent-ils\u202f? Chaque ligne suit les cartes créées le même mois.',
    panel: 'Rétention par mois de création',
    panelSubtitle: 'Part des cartes du mois utilisées dans chaque tranche de 30\u00a0jours, à compter du 1er du mois.',
    drift:
      'Les tranches durent 30\u00a0jours, comme dans les rapports de votre plateforme de fidélité, et se décalent donc du calendrier\u00a0: la douzième commence 4 à 7\u00a0jours avant son mois. La première commence avant la création de la plupart de ses cartes.',
    cut: (date) =>
      `Le rapport commence le ${date}. Pour ce mois-là, seules les cartes créées à partir de cette date comptent\u00a0: sa ligne est partielle.`,
    chartLabel: (cohorts, first, last) =>
      cohorts === 1
        ? `Carte thermique de la part des cartes utilisées, par tranche de 30\u00a0jours, pour les cartes créées en ${first}.`
        : `Carte thermique de la part des cartes utilisées, par tranche de 30\u00a0jours, pour ${format.integer(cohorts)}\u00a0mois de création, ${from(first)} à ${last}.`,
    region: 'Carte thermique, à faire défiler',
    axis: 'Tranches de 30\u00a0jours',
    month: 'Création',
    enrolled: 'Cartes',
    scale: 'Cartes utilisées',
    running: 'Tranche en cours',
    partial: 'Mois incomplet',
    empty: 'Aucune carte créée sur cette période',
    emptyHint: 'Allongez la période ou choisissez une date de rapport plus récente.',
  };

  /** `Jours 31–60` of offset 1. */
  function windowLabel(offset: number): string {
    return heatmapText.days(WINDOW_DAYS * offset + 1, WINDOW_DAYS * (offset + 1));
  }
  return { heatmapText, cohortsText, windowLabel };
}
