import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { from } from './helpers.ts';

/** In French. */
export function revenue(format: Format): Pick<Messages, 'revenueText'> {
  const { integer } = format;
  /** Words of revenue, its charts and tables. */
  const revenueText: Messages['revenueText'] = {
    title: 'Ventes',
    lead: 'Les achats qui ont rapporté des points ou des tampons\u00a0: quand, et où.',
    leadWithoutPoints: 'Les achats\u00a0: quand, et où.',
    monthlyHeading: (metric) => `${metric} par mois`,
    storesHeading: (metric) => `${metric} par magasin`,
    metric: {
      transactions: 'Transactions',
      points: 'Points gagnés',
      customers: 'Clients distincts',
      revenue: 'Chiffre d’affaires',
    },
    estimated: 'CA estimé',
    metricShort: {
      transactions: 'Transactions',
      points: 'Points',
      customers: 'Clients',
      revenue: 'CA',
    },
    show: 'Indicateur',
    share: 'Part',
    noStore: 'Sans magasin',
    monthlyTitle: 'Par mois',
    monthlySubtitle: (calendar) => `Par mois civil (${calendar}).`,
    monthlyLabel: (metric, first, last) => `Diagramme en barres\u00a0: ${metric} par mois, ${from(first)} à ${last}.`,
    storesTitle: 'Par magasin',
    storesSubtitle: 'Lieu des achats, sur toute la période.',
    storesLabel: (metric, stores) =>
      stores === 1
        ? `Diagramme en barres\u00a0: ${metric} par magasin (un seul magasin).`
        : `Diagramme en barres\u00a0: ${metric} par magasin, du plus grand au plus petit (${integer(stores)} au total).`,
    storesMore: (drawn, all) =>
      `Le graphique montre les ${integer(drawn)}\u00a0premiers magasins sur ${integer(all)}\u202f; le tableau les contient tous.`,
    storesCustomers:
      'Un client peut acheter dans plusieurs magasins\u00a0: les clients distincts ne sont donc comptés que par mois. Ce sont les transactions qui sont affichées ici.',
    month: 'Mois',
    store: 'Magasin',
    rateLabel: 'Points par unité monétaire',
    rateHint:
      'L’export ne contient pas de montants d’achat. Indiquez combien de points vous accordez par unité monétaire (pour 1\u00a0€, par exemple)\u00a0: le chiffre d’affaires pourra être estimé.',
    rateSet: 'Estimer le CA',
    rateClear: 'Retirer',
    empty: 'Aucun achat n’a rapporté de points ni de tampons sur cette période',
    emptyHint: 'Allongez la période ou choisissez une date de rapport plus récente.',
  };
  return { revenueText };
}
