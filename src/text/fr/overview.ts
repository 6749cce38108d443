import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { from, helpers } from './helpers.ts';

/** In French. */
export function overview(format: Format): Pick<Messages, 'overviewText'> {
  const { integer, plural } = format;
  const { count } = helpers(format);
  /** Words of the overview, its figures, charts and tables. Dates arrive as the reader writes them. */
  const overviewText: Messages['overviewText'] = {
    title: 'Aperçu',
    titleOn: (date) => `Aperçu au ${date}`,
    figures: 'Chiffres clés',
    insights: 'À savoir',
    open: 'Voir le détail',
    activeCards: 'Cartes actives',
    newCards: 'Nouvelles cartes',
    transactions: 'Transactions',
    pointsEarned: 'Points gagnés',
    revenue: 'Chiffre d’affaires',
    outstanding: 'Points en circulation',
    outstandingHint: 'soldes des cartes ouvertes',
    secondVisit: 'Retour sous 60\u00a0jours',
    secondVisitHint: (n) => `sur ${count(n, 'carte créée', 'cartes créées')} il y a 60–150\u00a0jours`,
    last30: '30\u00a0derniers jours',
    last30Compared: '30\u00a0jours vs 30\u00a0précédents',
    change: {
      same: 'Stable',
      points: (n) => plural(n, { one: '#\u00a0pt', other: '#\u00a0pts' }),
    },
    cards: 'Cartes',
    month: 'Mois',
    months: {
      active: {
        title: 'Cartes actives par mois',
        column: 'Cartes actives',
        label: (first, last) => `Courbe des cartes avec une transaction, par mois, ${from(first)} à ${last}.`,
      },
      enrolled: {
        title: 'Nouvelles cartes par mois',
        column: 'Nouvelles cartes',
        label: (first, last) => `Diagramme en barres des cartes créées, par mois, ${from(first)} à ${last}.`,
      },
    },
    dashed: 'En pointillés\u00a0: le dernier mois n’est pas terminé.',
    weekdayTitle: 'Jours d’affluence',
    weekdaySubtitle: (calendar, period) => `Part des transactions par jour de la semaine (${calendar}), ${period}.`,
    weekdayLabel: (day) =>
      `Diagramme en barres des transactions par jour de la semaine\u202f; le plus chargé est le ${day}.`,
    weekday: 'Jour',
    share: 'Part',
    storesTitle: 'Magasins en hausse et en baisse',
    storesSubtitle: 'Évolution des cartes actives sur 91\u00a0jours, par rapport aux 91\u00a0jours précédents.',
    storesLabel: (stores) =>
      `Diagramme en barres de l’évolution des cartes actives par magasin (${integer(stores)} au total).`,
    storesMost: (n, of) =>
      `Les ${integer(n)}\u00a0magasins qui ont le plus évolué, sur ${integer(of)}\u202f; le tableau les contient tous.`,
    storesSmall: (n, least) =>
      `${count(n, 'magasin')} avec moins de ${count(least, 'carte active', 'cartes actives')} auparavant\u00a0: dans le tableau seulement.`,
    store: 'Magasin',
    last91: '91\u00a0derniers jours',
    before91: '91\u00a0jours précédents',
    storeChange: 'Évolution',
    empty: 'Rien d’enregistré pour ce commerçant jusqu’à cette date',
    emptyHint: 'Choisissez une date de rapport plus récente.',
    emptyHintMerchants: 'Choisissez une date de rapport plus récente ou un autre commerçant.',
    unknown: (end, asOf) => ({
      lead: `Aucune donnée pour les jours qui précèdent le ${asOf}.`,
      detail: `L’export s’arrête au ${end}.`,
    }),
    afterEnd: (end) => `inconnu après le ${end}`,
    calm: (active, all) => ({
      lead: `Cartes actives ces 30\u00a0derniers jours\u00a0: ${integer(active)} sur ${integer(all)}.`,
      detail: 'Rien d’autre ne ressort avec des chiffres de cette taille.',
    }),
  };
  return { overviewText };
}
