import type { AtRiskOrder } from '../../contract/answers.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { cardsAtRisk, helpers } from './helpers.ts';

/** In French. */
export function churn(format: Format): Pick<Messages, 'histogramText' | 'churnText'> {
  const { integer, plural } = format;
  const { count } = helpers(format);
  /** How the list is sorted. */
  const orders: Record<AtRiskOrder, string> = {
    '-days_inactive': 'par durée d’absence décroissante',
    days_inactive: 'par durée d’absence croissante',
    '-avg_interval_days': 'par intervalle habituel décroissant',
    avg_interval_days: 'par intervalle habituel croissant',
    '-points_balance': 'par solde de points décroissant',
    points_balance: 'par solde de points croissant',
    card_number: 'par numéro de carte croissant',
    '-card_number': 'par numéro de carte décroissant',
    customer_name: 'par nom, de A à Z',
    '-customer_name': 'par nom, de Z à A',
  };

  /** Words of churn, its histogram and lists. */
  const histogramText: Messages['histogramText'] = {
    cards: 'Cartes',
    share: 'Part des cartes étudiées',
    between: (from, to) => `Absence de ${from} à ${to} fois l’intervalle habituel`,
    beyond: (from) => `Absence de plus de ${from} fois l’intervalle habituel`,
    atRisk: 'Comptées comme à risque.',
    notAtRisk: 'Non comptées comme à risque.',
    more: 'plus',
    times: (n) => `${n}\u00a0×`,
    threshold: (n) => `à risque au-delà de ${n}\u00a0×`,
  };

  const churnText: Messages['churnText'] = {
    title: 'Attrition',
    lead: 'Quels clients ne sont pas revenus depuis plus longtemps que d’habitude\u202f?',
    // The number of those at risk stands before it.
    ofChecked: (atRisk, checked, share) =>
      `${plural(atRisk, cardsAtRisk)} sur ${count(checked, 'carte ouverte', 'cartes ouvertes')} (${share})`,
    noneChecked: 'Aucune carte ouverte n’a encore servi',
    noneCheckedHint: 'Choisissez une date de rapport plus récente.',
    noneCheckedHintMerchants: 'Choisissez une date de rapport plus récente ou un autre commerçant.',
    rule: (multiplier) =>
      `À risque\u00a0: absence de plus de ${multiplier} fois l’intervalle habituel de la carte entre deux passages.`,
    fallback: 'Pour une carte qui compte moins de deux transactions, l’intervalle retenu est de 60\u00a0jours.',
    multiplier: 'À risque au-delà de',
    times: (n) => `${n}\u00a0× l’intervalle habituel`,
    limit: 'Liste',
    limitOption: (n) => `Jusqu’à ${integer(n)}`,
    all: 'Toutes',
    spreadTitle: 'Durée d’absence',
    spreadSubtitle:
      'Cartes selon le temps écoulé depuis leur dernier passage, en multiples de leur intervalle habituel.',
    spreadLabel: (atRisk, total, multiplier) =>
      `Histogramme des cartes selon leur durée d’absence, en multiples de leur intervalle habituel. Total\u00a0: ${integer(total)}, dont ${integer(atRisk)} au-dessus du seuil de ${multiplier}.`,
    from: 'Plus de',
    to: 'Jusqu’à',
    cards: 'Cartes',
    share: 'Part',
    listTitle: 'Cartes à risque',
    listed: (shown, of, order, found) => {
      if (of === 0) return found ? 'Aucune carte trouvée.' : 'Aucune carte à risque.';
      const cards = found
        ? count(of, 'carte trouvée', 'cartes trouvées')
        : count(of, 'carte à risque', 'cartes à risque');
      if (of === 1) return `${cards}.`;
      return shown === of ? `Les ${cards}, ${orders[order]}.` : `${integer(shown)} des ${cards}, ${orders[order]}.`;
    },
    searchLabel: 'Chercher carte ou client',
    card: 'Carte',
    customer: 'Client',
    daysInactive: 'Absence (jours)',
    usualInterval: 'Intervalle habituel (jours)',
    balance: 'Solde de points',
    noNumber: (id) => `Sans numéro (id ${id})`,
    found: (n, of) => `${count(n, 'carte trouvée', 'cartes trouvées')} sur ${integer(of)} à risque`,
    timesShort: (n) => `${n}\u00a0×`,
    somebody: (pseudonym) => `Client ${pseudonym}`,
    noName: 'Sans nom',
    basis: {
      'same-day': 'même jour',
      'one-transaction': '1\u00a0passage',
      'no-transaction': 'aucun passage',
    },
    lessThanADay: 'moins de 1',
    empty: 'Aucune carte à risque avec ce seuil',
    emptyHint: 'Baissez le seuil pour voir les cartes dont l’absence est plus courte.',
    legendRisk: 'À risque',
    legendFine: 'Sous le seuil',
  };
  return { histogramText, churnText };
}
