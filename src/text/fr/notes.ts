import type { FileKind } from '../../contract/files.ts';
import type { DataNote } from '../../contract/report.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { helpers, quoted } from './helpers.ts';
import { cellNotes } from './workbook.ts';

/** What is true of some used rows, and what that means for the answers. */
type NoteWords = ReturnType<Messages['qualityText']['noteWords']>;

/** What is worth knowing of rows that were used. In French. */
export function notes(format: Format): Messages['qualityText']['noteWords'] {
  const { plural } = format;
  const { count } = helpers(format);
  /** Of cards and transactions: both are feminine. */
  const counted = (rows: number): string => plural(rows, { one: 'Comptée', other: 'Comptées' });
  const absent = (rows: number): string => plural(rows, { one: 'absente', other: 'absentes' });

  const words: Record<Exclude<DataNote['kind'], 'in-the-future'>, NoteWords> = {
    'unknown-card': {
      what: (rows) =>
        count(
          rows,
          'transaction d’une carte absente du fichier des cartes',
          'transactions de cartes absentes du fichier des cartes',
        ),
      effect: (rows) =>
        `${counted(rows)} dans les ventes, comme sur votre plateforme de fidélité\u202f; ni dans les cohortes ni dans l’attrition, qui partent des cartes.`,
    },
    'other-merchant': {
      what: (rows) =>
        count(
          rows,
          'transaction qui cite un autre commerçant que sa carte',
          'transactions qui citent un autre commerçant que leur carte',
        ),
      effect: (rows) => `${counted(rows)} pour le commerçant de la carte.`,
    },
    'number-again': {
      what: (rows) =>
        count(
          rows,
          'transaction au numéro, à la carte et à l’heure d’une autre, mais d’un autre montant ou d’autres points',
          'transactions au numéro, à la carte et à l’heure d’une autre, mais d’un autre montant ou d’autres points',
        ),
      effect: (rows) => `${counted(rows)} à côté de l’autre\u00a0: si elle la corrige, retirez l’ancienne.`,
    },
    'before-enrolment': {
      what: (rows) =>
        count(
          rows,
          'transaction antérieure à la création de sa carte',
          'transactions antérieures à la création de leur carte',
        ),
      effect: (rows) =>
        `${counted(rows)} à ${plural(rows, { one: 'sa', other: 'leur' })} propre date dans les ventes et l’attrition\u202f; pas dans les cohortes si cette date précède le mois de la cohorte.`,
    },
    'unread-value': {
      what: (rows) => count(rows, 'ligne avec une valeur illisible', 'lignes avec une valeur illisible'),
      effect: (rows) =>
        plural(rows, {
          one: 'Utilisée comme si la case était vide.',
          other: 'Utilisées comme si la case était vide.',
        }),
    },
    ...cellNotes(format),
    'unknown-type': {
      what: (rows) =>
        count(
          rows,
          'transaction d’un type que Loyalty Lens ne connaît pas',
          'transactions d’un type que Loyalty Lens ne connaît pas',
        ),
      effect: (rows) =>
        plural(rows, {
          one: 'Comptée comme un passage dans les cohortes et l’attrition\u202f; elle ne rapporte rien, et est donc absente des ventes.',
          other:
            'Comptées comme des passages dans les cohortes et l’attrition\u202f; elles ne rapportent rien, et sont donc absentes des ventes.',
        }),
    },
    'other-currency': {
      what: (rows) => count(rows, 'transaction dans une autre devise', 'transactions dans une autre devise'),
      effect: (rows) =>
        `${counted(rows)} dans les passages\u202f; ${absent(rows)} des montants, car deux devises ne s’additionnent pas.`,
    },
    'derived-card': {
      what: (rows) =>
        plural(rows, {
          one: '# carte déduite de ses transactions\u00a0: aucun fichier ne contient les cartes',
          other: '# cartes déduites de leurs transactions\u00a0: aucun fichier ne contient les cartes',
        }),
      effect: () =>
        'Inscription à la première transaction, dernier passage à la dernière, carte ouverte. Les clients venus avant le début de l’export semblent nouveaux pendant ses premiers mois.',
    },
    'repeated-card': {
      what: (rows) =>
        plural(rows, {
          one: '# carte tirée de ce que répètent ses transactions\u00a0: aucun fichier ne contient les cartes',
          other: '# cartes tirées de ce que répètent leurs transactions\u00a0: aucun fichier ne contient les cartes',
        }),
      effect: () => 'Telles que les donne leur dernière transaction. Une carte sans transaction n’est pas connue.',
    },
    'derived-enrolment': {
      what: (rows) =>
        plural(rows, {
          one: '# carte sans date d’inscription dans son fichier',
          other: '# cartes sans date d’inscription dans leur fichier',
        }),
      effect: () =>
        'Inscription à la première transaction. Les clients venus avant le début de l’export semblent nouveaux pendant ses premiers mois.',
    },
    'derived-type': {
      what: (rows) =>
        plural(rows, {
          one: '# transaction sans type dans son fichier',
          other: '# transactions sans type dans leur fichier',
        }),
      effect: () =>
        'D’après le signe des points, sinon du montant\u00a0: au-dessus de 0 un achat, au-dessous une utilisation ou un remboursement. Sans l’un ni l’autre, chaque ligne est un passage.',
    },
    'non-member': {
      what: (rows) => count(rows, 'ligne sans carte, mais avec un montant', 'lignes sans carte, mais avec un montant'),
      effect: () =>
        'Achats de clients sans carte\u00a0: conservés comme tels, absents de tous les chiffres des cartes.',
    },
    'totals-repeated': {
      what: (rows) =>
        plural(rows, {
          one: '# ligne réunie à d’autres du même achat',
          other: '# lignes réunies à d’autres du même achat',
        }),
      effect: () => 'Chaque ligne d’un achat porte son montant total\u00a0: il ne compte qu’une fois.',
    },
    'lines-joined': {
      what: (rows) =>
        plural(rows, {
          one: '# ligne réunie à d’autres du même achat',
          other: '# lignes réunies à d’autres du même achat',
        }),
      effect: () =>
        'Les lignes de même carte, numéro d’achat, magasin, jour et sens forment une seule transaction\u00a0: leurs montants et leurs points sont additionnés.',
    },
    refund: {
      what: (rows) =>
        plural(rows, { one: '# transaction d’un montant négatif', other: '# transactions d’un montant négatif' }),
      effect: () => 'Argent rendu\u00a0: ni compté comme achat, ni déduit du chiffre d’affaires.',
    },
    'no-store': {
      what: (rows) => count(rows, 'transaction sans magasin', 'transactions sans magasin'),
      effect: (rows) => `${counted(rows)} dans tous les totaux\u202f; ${absent(rows)} des ventes par magasin.`,
    },
    'unnamed-store': {
      what: (rows) =>
        count(
          rows,
          'transaction d’un magasin sans nom dans l’export',
          'transactions de magasins sans nom dans l’export',
        ),
      effect: (rows) =>
        `${counted(rows)} dans tous les résultats\u202f; le magasin est affiché sous la forme ${quoted('Magasin')} suivi de son identifiant.`,
    },
    'no-card-number': {
      what: (rows) => count(rows, 'carte sans numéro', 'cartes sans numéro'),
      effect: (rows) =>
        `${counted(rows)} dans tous les résultats\u202f; ${plural(rows, { one: 'désignée par son identifiant', other: 'désignées par leur identifiant' })} dans les listes.`,
    },
    'inactive-card': {
      what: (rows) =>
        count(rows, 'carte marquée comme clôturée (inactive)', 'cartes marquées comme clôturées (inactives)'),
      effect: (rows) => `${counted(rows)} dans les cohortes et les ventes\u202f; ${absent(rows)} de l’attrition.`,
    },
    'unused-card': {
      what: (rows) => count(rows, 'carte sans aucune transaction', 'cartes sans aucune transaction'),
      effect: (rows) =>
        plural(rows, {
          one: 'Comptée comme créée, elle fait donc baisser la rétention de sa cohorte\u202f; dans l’attrition si la date de son dernier passage est connue.',
          other:
            'Comptées comme créées, elles font donc baisser la rétention de leur cohorte\u202f; dans l’attrition si la date de leur dernier passage est connue.',
        }),
    },
    'store-without-name': {
      what: (rows) => count(rows, 'magasin sans nom', 'magasins sans nom'),
      effect: (rows) =>
        `${plural(rows, { one: 'Affiché', other: 'Affichés' })} sous la forme ${quoted('Magasin')} suivi de l’identifiant.`,
    },
  };

  const inTheFuture: Record<FileKind, (rows: number) => string> = {
    cards: (rows) => count(rows, 'carte datée dans le futur', 'cartes datées dans le futur'),
    transactions: (rows) => count(rows, 'transaction datée dans le futur', 'transactions datées dans le futur'),
    stores: (rows) => count(rows, 'magasin daté dans le futur', 'magasins datés dans le futur'),
    orders: (rows) => count(rows, 'commande datée dans le futur', 'commandes datées dans le futur'),
  };

  return function noteWords(kind: DataNote['kind'], of: FileKind): NoteWords {
    if (kind !== 'in-the-future') return words[kind];
    return {
      what: inTheFuture[of],
      effect: (rows) => {
        const all = of === 'stores' ? plural(rows, { one: 'Compté', other: 'Comptés' }) : counted(rows);
        return `${all}. La date du rapport est la dernière date de l’export, elle se trouve donc aussi dans le futur\u00a0: choisissez-en une autre.`;
      },
    };
  };
}
