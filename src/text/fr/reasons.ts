import type { LeftOutReason } from '../../contract/left-out.ts';
import type { SetAsideReason } from '../../contract/report.ts';

/** Why a row is set aside. */
export const reasons: Record<SetAsideReason, string> = {
  missing: 'Valeur absente',
  'not-a-number': 'Pas un nombre entier',
  'not-a-date': 'Pas une date',
  'out-of-range': 'Hors limites',
  'duplicate-id': 'Même identifiant qu’une ligne précédente',
  'earlier-row': 'La même carte une seconde fois\u00a0: sa ligne la plus récente fait foi',
  'damaged-id': 'Identifiant dont un tableur a perdu des chiffres\u00a0: exportez la colonne en texte',
  'too-few-fields': 'Moins de valeurs que de colonnes dans le fichier',
  'too-many-fields': 'Plus de valeurs que de colonnes dans le fichier',
  'broken-quotes': 'Guillemet jamais refermé',
  'broken-text': 'Caractères illisibles dans l’encodage du fichier',
  'total-row': 'Total d’autres lignes',
  'repeated-row': 'Même ligne que dans un fichier précédent',
  'repeated-header': 'Nouvelle occurrence de l’en-tête',
  'beside-table': 'Hors du tableau (note, commentaire ou autre tableau)',
};

/** Why a file is left out. */
export const leftOutReasons: Record<LeftOutReason, string> = {
  'no-part': 'sans rapport avec un export',
  'by-choice': 'laissé de côté par vous',
  'same-again': 'identique à un autre fichier',
  'empty-part': 'partie sans ligne',
  replaced: 'remplacé par une partie plus récente de la table',
  'no-table': 'texte sans tableau',
  'list-of-goods': 'liste d’articles ou de récompenses',
  'hidden-sheet': 'une feuille masquée',
};
