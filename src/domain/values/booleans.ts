import { bare } from './bare.ts';

/** Words that files have for yes and no, or for open and closed cards, in lower case. */
export const booleanWords = {
  true: [
    ...[
      'true',
      't',
      '1',
      '1.0',
      '-1',
      'yes',
      'y',
      'x',
      '✓',
      '✔',
      'ok',
      'on',
      'active',
      'enabled',
      'open',
      'valid',
      'live',
      'member',
      'enrolled',
      'registered',
    ],
    ...['wahr', 'ja', 'j', 'ein', 'an', 'aktiv', 'aktiviert', 'offen', 'gültig', 'freigegeben'],
    ...['vrai', 'oui', 'o', 'actif', 'activé', 'activée', 'ouvert', 'ouverte', 'valide'],
  ],
  false: [
    ...[
      'false',
      'f',
      '0',
      '0.0',
      'no',
      'n',
      '✗',
      '✘',
      'off',
      'inactive',
      'not active',
      'disabled',
      'closed',
      'invalid',
    ],
    ...['blocked', 'suspended', 'expired', 'cancelled', 'canceled', 'deleted', 'archived', 'terminated', 'deactivated'],
    ...['falsch', 'nein', 'aus', 'inaktiv', 'nicht aktiv', 'deaktiviert', 'geschlossen', 'ungültig', 'gesperrt'],
    ...['abgelaufen', 'gekündigt', 'gelöscht', 'storniert'],
    ...[
      'faux',
      'non',
      'inactif',
      'désactivé',
      'désactivée',
      'fermé',
      'fermée',
      'bloqué',
      'bloquée',
      'expiré',
      'expirée',
    ],
    ...['résilié', 'résiliée', 'annulé', 'annulée', 'supprimé', 'supprimée', 'clôturé', 'clôturée', 'non valide'],
  ],
} as const;

const meant = new Map<string, boolean>([
  ...booleanWords.true.map((word): [string, boolean] => [word, true]),
  ...booleanWords.false.map((word): [string, boolean] => [word, false]),
]);

/** Whether a text says yes or no; null where it says neither. */
export function readBoolean(text: string): boolean | null {
  return meant.get(bare(text).toLowerCase().replace(/\.$/, '')) ?? null;
}
