import type { Format, PluralForms } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { unbroken } from '../shown.ts';
import { helpers } from './helpers.ts';

/** In French. */
export function check(format: Format): Pick<LaterMessages, 'checkText'> {
  const { date, integer, plural, share } = format;
  const { count } = helpers(format);
  const counted = (forms: PluralForms) => (rows: number) => plural(rows, forms);

  /** Words of the check: how files were understood, for a person to see after a load. */
  const checkText: LaterMessages['checkText'] = {
    title: 'Comment vos fichiers ont été lus',
    held: ({ transactions, areReceipts, cards, areCustomers, files }, period) =>
      [
        `${areReceipts ? count(transactions, 'ticket de caisse', 'tickets de caisse') : count(transactions, 'transaction')} ${areCustomers ? `de ${count(cards, 'client')}` : `et ${count(cards, 'carte')}`}`,
        ...(period ? [`du ${date(period.from)} au ${date(period.to)}`] : []),
        `dans ${files === 1 ? 'un seul fichier' : count(files, 'fichier')}.`,
      ].join(', '),
    sentences: {
      'derived-card': () => 'Les clients et leur premier passage sont déduits des achats.',
      'repeated-card': () => 'Les clients sont tirés de ce que leurs transactions disent d’eux.',
      'derived-enrolment': () =>
        'La date d’inscription des clients n’est pas dans les fichiers\u00a0: leur premier passage en tient lieu.',
      'derived-type': () =>
        'Le type des transactions n’est pas dans le fichier\u00a0: il est déduit des points ou des montants, selon qu’ils sont au-dessus ou au-dessous de 0.',
      'every-visit': () =>
        'Le type des transactions n’est pas dans le fichier\u00a0: chaque ligne compte comme un passage.',
      'lines-joined': (rows) =>
        `${count(rows, 'ligne a été réunie', 'lignes ont été réunies')} à d’autres du même ticket de caisse.`,
      'totals-repeated': (rows) =>
        `${count(rows, 'ligne a été réunie', 'lignes ont été réunies')} à d’autres du même ticket de caisse, dont le total figure sur chaque ligne et ne compte qu’une fois.`,
      'no-points': () => 'Les points ne sont pas dans le fichier.',
      'no-amounts': () => 'Les montants d’achat ne sont pas dans le fichier\u00a0: le chiffre d’affaires est inconnu.',
      'one-shop': () => 'Les magasins ne sont pas dans le fichier\u00a0: tout compte comme un seul magasin.',
      'non-member': (rows) =>
        `${count(rows, 'ligne n’a pas de client\u00a0: elle compte comme un achat', 'lignes n’ont pas de client\u00a0: elles comptent comme des achats')} sans carte.`,
      refund: (rows) =>
        `${count(rows, 'montant est inférieur', 'montants sont inférieurs')} à 0\u00a0: de l’argent rendu, qui n’est pas déduit du chiffre d’affaires.`,
      'other-currency': (rows) =>
        count(
          rows,
          'transaction est dans une autre devise\u00a0: son montant n’entre dans aucune somme.',
          'transactions sont dans une autre devise\u00a0: leurs montants n’entrent dans aucune somme.',
        ),
    },
    unknown: 'Inconnu',
    rowsUsed: 'Lignes utilisées',
    cardsFound: 'Transactions dont la carte est connue',
    of: (part, whole) => unbroken(`${integer(part)} sur ${integer(whole)}`),
    revenue: 'Chiffre d’affaires total',
    largest: 'Achat le plus élevé',
    stores: 'Magasins',
    latest: counted({
      one: 'La dernière ligne, telle qu’elle a été comprise',
      other: 'Les # dernières lignes, telles qu’elles ont été comprises',
    }),
    customer: 'Client',
    card: 'Carte',
    when: 'Date',
    type: 'Type',
    otherType: 'Autre chose',
    visit: 'Passage',
    points: 'Points',
    amount: 'Montant',
    store: 'Magasin',
    right: 'C’est juste',
    wrong: 'Une erreur\u202f? Changer la lecture des fichiers',
    warning: (warning) => {
      switch (warning.is) {
        case 'rows-unused':
          return `Seules ${share(warning.used, warning.read)} des lignes ont pu être utilisées\u00a0: ${integer(warning.read - warning.used)} sur ${integer(warning.read)} n’entrent dans aucun résultat.`;
        case 'cards-unfound':
          return `Seules ${share(warning.found, warning.transactions)} des transactions retrouvent leur carte\u00a0: les autres comptent dans les ventes, mais pas dans les cohortes ni dans l’attrition.`;
        case 'busy-card':
          return `Une seule carte réunit ${share(warning.transactions, warning.of)} des transactions\u00a0: elle représente peut-être les clients sans carte.`;
        case 'other-merchant':
          return `${count(warning.transactions, 'transaction nomme', 'transactions nomment')} un autre commerçant que la carte\u00a0: si les numéros de carte recommencent chez chaque commerçant, deux clients comptent pour un.`;
        case 'refunds-alone':
          return 'Tous les montants sont négatifs\u00a0: ils comptent comme des remboursements, et il n’y a pas de chiffre d’affaires.';
        case 'number-again':
          return `${count(warning.transactions, 'transaction a le numéro, la carte et l’heure d’une autre, mais un autre montant ou d’autres points', 'transactions ont le numéro, la carte et l’heure d’une autre, mais un autre montant ou d’autres points')}\u00a0: les deux comptent, bien que l’une corrige peut-être l’autre.`;
        case 'values-unread':
          return `${count(warning.values, 'valeur n’a pas pu être lue et manque', 'valeurs n’ont pas pu être lues et manquent')} dans les résultats.`;
        case 'in-the-future':
          return `${count(warning.transactions, 'transaction est datée', 'transactions sont datées')} dans le futur\u00a0: le jour et le mois sont peut-être inversés.`;
      }
    },
    seeData: 'Voir les données',
    save: 'Enregistrer cette lecture',
    saveHint:
      'Noms des fichiers et des colonnes, et mots pour les types\u00a0: la ligne de commande lit ainsi les mêmes fichiers de la même façon.',
  };
  return { checkText };
}
