import { serviceTypes, tillTypes } from './transaction-types.ts';
import { plainName } from './plain-name.ts';

/** A column of more different values than this is not one of types. */
export const mostTypes = 30;

/** Other words for the types of transactions, without case, accents and marks. Only what can mean nothing else: a `bonus` may be for anything. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  points_earned: [
    'earn',
    'earned',
    'earning',
    'earnings',
    'earnpoints',
    'pointsearn',
    'accrual',
    'accrued',
    'gutschrift',
    'punktegutschrift',
    'gesammelt',
    'punktegesammelt',
    'sammeln',
    'gain',
    'pointsgagnes',
    'cumul',
    'acumulado',
    'acumulacion',
    'accumulo',
    'gespaard',
    'acumulacao',
  ],
  stamp_earned: [
    'stamp',
    'stamps',
    'stempel',
    'tampon',
    'tampons',
    'stampsearned',
    'stampearn',
    'stempelgutschrift',
    'stempelgesammelt',
  ],
  points_redeemed: [
    'redeem',
    'redeemed',
    'redemption',
    'redeempoints',
    'pointsredeem',
    'burn',
    'burned',
    'einlosung',
    'eingelost',
    'einlosen',
    'punkteeinlosung',
    'punkteeingelost',
    'utilisation',
    'reward',
    'rewardredeemed',
    'rewardclaimed',
    'praemie',
    'pramie',
    'pramieneinlosung',
    'recompense',
    'recompenseutilisee',
    'pointsutilises',
    'canje',
    'canjeado',
    'riscatto',
    'ingewisseld',
    'inwisseling',
    'resgate',
  ],
  stamp_redeemed: ['stampsredeemed', 'stampredeem', 'stempeleinlosung', 'stempeleingelost'],
  points_voided: [
    'void',
    'voided',
    'reversal',
    'reversed',
    'storno',
    'storniert',
    'stornierung',
    'annulation',
    'annule',
    'annulee',
    'cancelled',
    'canceled',
    'anulado',
    ...['failed', 'declined', 'rejected', 'abandoned', 'deleted', 'cancel', 'cancellation', 'stornieren', 'geloscht'],
    ...[
      'abgelehnt',
      'fehlgeschlagen',
      'abgebrochen',
      'echoue',
      'refuse',
      'refusee',
      'supprime',
      'annulata',
      'annullato',
      'geannuleerd',
    ],
  ],
  points_adjustment: [
    'adjust',
    'adjusted',
    'adjustment',
    'manualadjustment',
    'correction',
    'korrektur',
    'anpassung',
    'ajustement',
    'ajuste',
    'rettifica',
    'correctie',
  ],
  points_expired: [
    'expire',
    'expired',
    'expiry',
    'expiration',
    'verfall',
    'verfallen',
    'punkteverfall',
    'pointsexpires',
    'caducado',
    'scaduto',
    'verlopen',
    'expirado',
  ],
  welcome_bonus: ['welcome', 'signupbonus', 'joiningbonus', 'willkommensbonus', 'begrussungsbonus', 'bonusbienvenue'],
  card_created: ['cardcreation', 'enrolment', 'enrollment', 'signup', 'anmeldung', 'registrierung', 'inscription'],
  purchase: [
    ...['purchased', 'sale', 'sales', 'sold', 'order', 'ordered', 'possale', 'checkout', 'paid', 'payment'],
    ...[
      'approved',
      'posted',
      'captured',
      'settled',
      'succeeded',
      'successful',
      'success',
      'finalized',
      'finalised',
      'buy',
      'bought',
    ],
    ...[
      'genehmigt',
      'gebucht',
      'abgeschlossen',
      'erfolgreich',
      'bezahlt',
      'reussi',
      'paye',
      'payee',
      'pagado',
      'pagato',
      'betaald',
    ],
    ...['partiallypaid', 'partiallyrefunded', 'completed', 'complete', 'fulfilled', 'processing'],
    ...['kauf', 'einkauf', 'zahlung', 'verkauf', 'verkaufe', 'bestellung', 'bon', 'kassenbon', 'umsatz'],
    ...['achat', 'achats', 'paiement', 'vente', 'ventes', 'commande', 'ticketdecaisse'],
    ...['compra', 'venta', 'pedido', 'acquisto', 'vendita', 'ordine', 'aankoop', 'verkoop', 'bestelling', 'venda'],
  ],
  refund: [
    ...['refunded', 'refunds', 'return', 'returned', 'returns', 'chargeback', 'partialrefund'],
    ...['ruckerstattung', 'erstattung', 'erstattet', 'ruckgabe', 'retoure', 'rucknahme'],
    ...['remboursement', 'rembourse', 'retour', 'avoir'],
    ...['reembolso', 'devolucion', 'rimborso', 'reso', 'terugbetaling', 'devolucao'],
  ],
  card_deactivated: ['carddeactivation', 'deactivation', 'deaktivierung', 'abmeldung', 'desactivation'],
};

const typeByWord = new Map<string, string>(
  [...serviceTypes, ...tillTypes].flatMap((type) =>
    [plainName(type), ...(synonyms[type] ?? [])].map((word) => [word, type]),
  ),
);

/** Types of which a word may be one among others, the one that decides first: a `voided sale` is no sale. */
const deciding = [
  'points_voided',
  'refund',
  'points_redeemed',
  'points_expired',
  'stamp_redeemed',
  'stamp_earned',
  'points_earned',
  'purchase',
];

/** Of what else a row is: a bonus for a purchase is none. */
const ofElse =
  /bonus|welcome|referral|birthday|willkommen|empfehlung|geburtstag|parrainage|bienvenue|anniversaire|adjust|korrektur|correction|transfer|fee|gebuhr|frais|line|position|ligne/;

/** The transaction type that a file's word plainly means, or one of its few words; null where it could mean anything. */
export function typeMeant(word: string): string | null {
  const meant = typeByWord.get(plainName(word));
  if (meant !== undefined) return meant;
  const parts = word
    .split(/[\s_/.,:'’-]+|(?<=[a-z])(?=[A-Z])/)
    .map(plainName)
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4 || parts.some((part) => ofElse.test(part) || /\d/.test(part))) return null;
  const types = new Set(parts.map((part) => typeByWord.get(part)));
  return deciding.find((type) => types.has(type)) ?? null;
}

/** Words that say of a row, in whatever column, that it did not happen or was taken back, plainly spelt. */
export const voidWords: readonly string[] = [...typeByWord].flatMap(([word, type]) =>
  type === 'points_voided' ? [word] : [],
);
