import type { LeftOut } from '../../contract/left-out.ts';
import type { FileKind } from '../../contract/files.ts';
import type { DataNote } from '../../contract/report.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { named } from '../shown.ts';
import { helpers, quoted } from './helpers.ts';
import { namesByReason } from '../left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { cellNotes } from './workbook.ts';

/** What is true of some used rows, and what that means for the answers. */
type NoteWords = ReturnType<Messages['qualityText']['noteWords']>;

/** In French. */
export function quality(format: Format): Pick<Messages, 'qualityText'> {
  const { date, integer, plural } = format;
  const { count, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));

  /** Of cards and transactions: both are feminine. */
  const counted = (rows: number): string => plural(rows, { one: 'Comptée', other: 'Comptées' });
  const absent = (rows: number): string => plural(rows, { one: 'absente', other: 'absentes' });

  const notes: Record<Exclude<DataNote['kind'], 'in-the-future'>, NoteWords> = {
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

  function noteWords(kind: DataNote['kind'], of: FileKind): NoteWords {
    if (kind !== 'in-the-future') return notes[kind];
    return {
      what: inTheFuture[of],
      effect: (rows) => {
        const all = of === 'stores' ? plural(rows, { one: 'Compté', other: 'Comptés' }) : counted(rows);
        return `${all}. La date du rapport est la dernière date de l’export, elle se trouve donc aussi dans le futur\u00a0: choisissez-en une autre.`;
      },
    };
  }

  /** Words of the report on what was read. */
  const qualityText: Messages['qualityText'] = {
    title: 'Données',
    lead: (name) => `Ce qui a été lu dans ${name}, ce qui a servi, et ce qui n’a pas servi.`,
    period: 'Période',
    calendar: 'Jours et mois',
    periodOf: (from, to) => `du ${date(from)} au ${date(to)}`,
    noPeriod: 'Aucune ligne',
    merchants: 'Commerçants',
    amounts: 'Montants d’achat',
    amountsYes: 'Dans l’export',
    amountsNo: 'Absents de l’export',
    currency: 'Devise',
    currencyFrom: {
      files: 'D’après les fichiers',
      chosen: 'Choisie ici, conservée pour les fichiers semblables',
      sample: 'Celle de l’exemple',
    },
    currencyUnknown: 'Absente des fichiers',
    memory: 'Mémoire occupée par l’export ouvert',
    memoryUnknown: 'Inconnue',
    files: (files, size) => `${count(files, 'fichier')} · ${size}`,
    filesTitle: 'Fichiers',
    moreFiles: (rest) => `Afficher ${count(rest, 'autre fichier', 'autres fichiers')}`,
    file: 'Fichier',
    size: 'Taille',
    read: 'Lignes lues',
    used: 'Utilisées',
    setAside: 'Écartées',
    allUsed: 'Toutes les lignes ont été utilisées.',
    noRows: 'Le fichier n’a aucune ligne.',
    setAsideTitle: 'Lignes écartées',
    setAsideLead: 'Ces lignes sont inutilisables et n’entrent dans aucun résultat.',
    column: 'Colonne',
    wholeRow: 'La ligne',
    reason: 'Raison',
    rows: 'Lignes',
    examples: 'Exemples',
    row: (row) => `ligne ${integer(row)}`,
    rowOf: (row, file) => `${named(file)}, ligne ${integer(row)}`,
    noValue: 'aucune valeur',
    blank: 'espaces seuls',
    quoted,
    reasons,
    notesTitle: 'À savoir',
    notesLead: 'Des lignes utilisées, et leur effet sur les résultats.',
    noteWords,
    noteExamples: 'Par exemple',
    columns: (used, ignored) => {
      const columns = count(used, 'colonne utilisée', 'colonnes utilisées');
      return ignored > 0 ? `${columns}, ${count(ignored, 'inutile', 'inutiles')}` : columns;
    },
    columnName: 'Colonne',
    columnFound: 'Dans le fichier',
    columnType: 'Type',
    typeName: (type) => (({ text: 'texte', Unknown: 'inconnu' }) as Record<string, string>)[type] ?? type,
    absent: 'Colonnes facultatives que le fichier n’a pas',
    ignored: 'Colonnes inutiles ici, non lues',
    download: 'Télécharger le rapport (CSV)',
    downloadName: 'rapport-donnees.csv',
    downloadWorkbook: 'Télécharger le rapport (Excel)',
    workbookName: 'rapport-donnees.xlsx',
    report: {
      sheet: 'Rapport',
      header: [
        'Fichier',
        'Contenu',
        'Élément',
        'Colonne',
        'Lignes',
        'Ligne d’exemple',
        'Valeur d’exemple',
        'Effet sur les résultats',
      ],
      allFiles: (files) => `Les ${count(files, 'fichier')}`,
      setAsideFor: (reason) => `Ligne écartée\u00a0: ${reason}`,
      setAsideEffect: 'Dans aucun résultat',
    },
    matchedTitle: 'Colonnes',
    matchedByNames: 'Reconnues à leurs noms.',
    matchedByHand: 'Associées par vous, et retenues sur cet appareil pour les fichiers aux mêmes colonnes.',
    matchedThisTime: 'Associées par vous, pour cette fois.',
    matchedAsBefore: 'Associées comme la dernière fois, selon vos choix pour les fichiers aux mêmes colonnes.',
    leftOut: (files) =>
      files.length === 1
        ? `Ignoré, et dans aucun résultat\u00a0: ${why(files)}.`
        : `Ignorés, et dans aucun résultat\u00a0: ${why(files)}.`,
    change: 'Modifier',
    changeLabel: 'Modifier l’association des colonnes',
    forget: 'Oublier',
    forgetLabel: 'Oublier l’association de ces colonnes',
    tables: 'Les tables vérifiées',
    tablesHint:
      'Les cartes, transactions et magasins tels qu’ils servent aux résultats, avec le calendrier, en fichiers Parquet dans une archive zip\u00a0: pour une base de données, ou pour qui veut contrôler les chiffres. Les noms des clients et les numéros de carte y figurent.',
    privacyTitle: 'La preuve que rien ne quitte cet appareil',
    privacy: [
      'Les fichiers sont lus par cette page, dans cet onglet du navigateur. Pas de compte, pas de serveur de calcul, pas de pistage.',
      'La page est protégée par une Content-Security-Policy\u00a0: le navigateur refuse toute requête vers une autre adresse, quoi que tente le code de la page. La base de données interne est verrouillée elle aussi\u00a0: elle ne peut ni lire de fichiers ni charger d’extensions.',
    ],
    protection: {
      everywhere:
        'Vérifié à l’instant\u00a0: votre navigateur refuse les requêtes vers d’autres adresses, pour cette page comme pour toutes les tâches (workers) qui calculent pour elle.',
      page: 'Vérifié à l’instant\u00a0: votre navigateur refuse les requêtes vers d’autres adresses pour la page elle-même, mais pas pour les tâches (workers) qui calculent pour elle. Elles n’en font pas non plus, comme le montre l’onglet Réseau des outils de développement.',
      nowhere:
        'Vérifié à l’instant\u00a0: ici, rien dans votre navigateur ne refuse les requêtes vers d’autres adresses, car cet hébergeur a retiré la protection de la page. Loyalty Lens n’en fait pas pour autant, comme le montre l’onglet Réseau des outils de développement.',
    },
    notices: 'Logiciels tiers utilisés par cette page, et leurs licences',
    kept: 'Cette page fonctionne sans réseau.',
    seeForYourself: {
      kept: 'Pour le vérifier vous-même\u00a0: coupez le réseau maintenant, puis ouvrez un autre export. Ou observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier.',
      keeping:
        'Pour le vérifier vous-même\u00a0: observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier. Loyalty Lens est aussi en cours d’enregistrement sur cet appareil\u202f; dès que ce sera fait, vous pourrez couper le réseau\u00a0: ce sera indiqué ici.',
      'not-kept':
        'Pour le vérifier vous-même\u00a0: observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier. Loyalty Lens n’a pas pu être enregistré sur cet appareil\u00a0: les parties que vous n’avez pas encore ouvertes passent donc toujours par le réseau.',
    },
  };
  return { qualityText };
}
