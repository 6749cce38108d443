import { transactionTypes } from './transaction-types.ts';
import { plainName } from './plain-name.ts';

/**
 * Other words for the types of transactions, without case, accents and marks. Only what can mean nothing else: a `sale` may or may not
 * earn points, and a `bonus` may be for anything.
 */
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
  stamp_earned: ['stampsearned', 'stampearn', 'stempelgutschrift', 'stempelgesammelt'],
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
    'anulado',
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
  card_deactivated: ['carddeactivation', 'deactivation', 'deaktivierung', 'abmeldung', 'desactivation'],
};

const typeByWord = new Map<string, string>(
  transactionTypes.flatMap((type) => [plainName(type), ...(synonyms[type] ?? [])].map((word) => [word, type])),
);

/** The transaction type that a file's word plainly means; null where it could mean anything. */
export function typeMeant(word: string): string | null {
  return typeByWord.get(plainName(word)) ?? null;
}
