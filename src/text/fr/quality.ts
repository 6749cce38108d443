import type { LeftOut } from '../../contract/left-out.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { named } from '../shown.ts';
import { helpers, quoted } from './helpers.ts';
import { namesByReason } from '../left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { notes } from './notes.ts';

/** In French. */
export function quality(format: Format): Pick<Messages, 'qualityText'> {
  const { date, integer } = format;
  const { count, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));

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
    noteWords: notes(format),
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
      'Les cartes, transactions et magasins tels qu’ils servent aux résultats, avec le calendrier, en fichiers Parquet dans une archive zip\u00a0: pour une base de données, ou pour qui veut contrôler les chiffres.',
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
    install: {
      hint: 'Cette page peut aussi devenir une application de cet appareil, avec sa propre fenêtre.',
      opensFiles: 'Elle est alors proposée pour ouvrir les fichiers Parquet, CSV et Excel.',
      button: 'Installer l’application',
    },
    seeForYourself: {
      kept: 'Pour le vérifier vous-même\u00a0: coupez le réseau maintenant, puis ouvrez un autre export. Ou observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier.',
      keeping:
        'Pour le vérifier vous-même\u00a0: observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier. Loyalty Lens est aussi en cours d’enregistrement sur cet appareil\u202f; dès que ce sera fait, vous pourrez couper le réseau\u00a0: ce sera indiqué ici.',
      'not-kept':
        'Pour le vérifier vous-même\u00a0: observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier. Loyalty Lens n’a pas pu être enregistré sur cet appareil\u00a0: les parties que vous n’avez pas encore ouvertes passent donc toujours par le réseau.',
      'one-file':
        'Loyalty Lens tient tout entier dans ce fichier\u00a0: une fois ouvert, il ne demande plus rien. Pour le vérifier vous-même\u00a0: coupez le réseau, puis ouvrez un export. Ou observez l’onglet Réseau des outils de développement pendant l’ouverture d’un fichier.',
    },
  };
  return { qualityText };
}
