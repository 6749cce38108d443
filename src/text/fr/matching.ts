import type { LeftOut } from '../../contract/left-out.ts';
import type { FileKind } from '../../contract/files.ts';
import type { WantedColumn } from '../../contract/matching.ts';
import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { named } from '../shown.ts';
import { helpers, quoted } from './helpers.ts';
import { leftOutReasons } from './reasons.ts';
import { namesByReason } from '../left-out.ts';

/** A column of the contract in a merchant's words. */
type FieldWords = ReturnType<LaterMessages['matchingText']['field']>;

/** In French. */
export function matching(format: Format): Pick<LaterMessages, 'matchingText'> {
  const { date, dayAndMonth, integer, money } = format;
  const { count, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));
  const merchant: FieldWords = {
    label: 'Commerçant',
    hint: 'À qui appartient la ligne, si l’export réunit plusieurs commerçants',
  };

  const fields: Record<FileKind, Record<string, FieldWords>> = {
    cards: {
      id: { label: 'Identifiant de carte', hint: 'Celui que citent les transactions' },
      merchant_id: merchant,
      created_at: {
        label: 'Création',
        hint: 'Quand le client s’est inscrit',
        without: 'Absent du fichier\u00a0: inscription à la première transaction',
      },
      last_activity_at: {
        label: 'Dernier passage',
        hint: 'Quand la carte a servi en dernier\u202f; peut être vide',
        without: 'Absent du fichier\u00a0: sa dernière transaction',
      },
      is_active: {
        label: 'Ouverte',
        hint: 'Oui ou non (clôturée, désactivée)\u202f; les cartes clôturées ne comptent pas dans l’attrition',
        without: 'Absent du fichier\u00a0: toutes les cartes comptent comme ouvertes',
      },
      points_balance: {
        label: 'Solde de points',
        hint: 'Points ou tampons sur la carte',
        without: 'Absent du fichier\u00a0: les soldes restent inconnus',
      },
      card_number: {
        label: 'Numéro de carte',
        hint: 'Celui imprimé sur la carte\u202f; peut être vide',
        without: 'Absent du fichier\u00a0: l’identifiant de la carte',
      },
      customer_name: { label: 'Nom du client', hint: 'Affiché dans les listes\u202f; facultatif' },
    },
    transactions: {
      id: { label: 'Identifiant de transaction', hint: 'Distingue les lignes présentes dans deux fichiers' },
      card_id: { label: 'Identifiant de carte', hint: 'La carte utilisée' },
      merchant_id: merchant,
      transaction_at: { label: 'Date et heure', hint: 'Quand la transaction a eu lieu' },
      transaction_type: {
        label: 'Type',
        hint: 'Par exemple points_earned, points_redeemed',
        without:
          'Absent du fichier\u00a0: d’après le signe des points ou du montant, sinon chaque ligne est un passage',
      },
      points_delta: {
        label: 'Points',
        hint: 'Gagnés, ou perdus avec un signe moins',
        without: 'Absent du fichier\u00a0: les points restent inconnus',
      },
      store_id: {
        label: 'Identifiant de magasin',
        hint: 'Où la transaction a eu lieu\u202f; peut être vide',
        without: 'Absent du fichier\u00a0: un seul magasin',
      },
      purchase_amount_cents: {
        label: 'Montant d’achat',
        hint: 'Ce qui a été payé\u202f; donne le chiffre d’affaires',
        without: 'Absent du fichier\u00a0: pas de chiffre d’affaires',
      },
      customer_name: {
        label: 'Nom du client',
        hint: 'Affiché dans la liste des cartes à risque',
        without: 'Absent du fichier\u00a0: les cartes s’affichent par leur numéro',
      },
      order_reference: {
        label: 'Numéro d’achat',
        hint: 'Du ticket ou de la commande\u00a0: les lignes de même numéro forment un seul achat',
        without: 'Non utilisé\u00a0: chaque ligne est un achat',
      },
      currency: { label: 'Devise', hint: 'Celle du montant, par exemple EUR' },
    },
    stores: {
      id: { label: 'Identifiant de magasin', hint: 'Celui que citent les transactions' },
      merchant_id: merchant,
      name: { label: 'Nom du magasin', hint: 'Affiché dans les ventes par magasin' },
    },
    orders: {
      reference: { label: 'Numéro de commande', hint: 'Celui du ticket ou de la commande' },
      placed_at: { label: 'Date et heure', hint: 'Quand la commande a été passée' },
      total_cents: { label: 'Total payé', hint: 'Ce qui a été payé, dans la devise de l’export' },
      store_id: { label: 'Magasin', hint: 'Où la commande a été passée' },
      merchant_id: merchant,
      card_id: { label: 'Identifiant de carte', hint: 'La carte du membre\u202f; vide pour tous les autres' },
      currency: { label: 'Devise', hint: 'Celle du total, par exemple EUR' },
    },
  };

  const looks: Record<WantedColumn['want'], string> = {
    id: 'un identifiant',
    text: 'un texte',
    integer: 'un nombre entier',
    instant: 'une date',
    boolean: 'un oui ou un non',
  };

  const types: Record<string, string> = {
    points_earned: 'Points gagnés',
    stamp_earned: 'Tampon gagné',
    points_redeemed: 'Points utilisés',
    stamp_redeemed: 'Tampon utilisé',
    points_voided: 'Points annulés',
    stamp_voided: 'Tampon annulé',
    points_adjustment: 'Correction de points',
    points_expired: 'Points expirés',
    welcome_bonus: 'Bonus de bienvenue',
    card_created: 'Carte créée',
    card_deactivated: 'Carte désactivée',
    purchase: 'Achat',
    refund: 'Remboursement',
  };

  /** Words of the screen on which a person says which column is which. */
  const matchingText: LaterMessages['matchingText'] = {
    title: 'Associer les colonnes',
    lead: (name) =>
      `${name}\u00a0: que contient chaque colonne\u202f? Ce que Loyalty Lens a deviné est signalé. Merci de le vérifier.`,
    remember:
      'Vos choix sont retenus sur cet appareil pour les fichiers aux mêmes colonnes\u00a0: uniquement les noms des colonnes et les mots qui désignent les types et les cartes actives, aucune autre donnée.',
    file: (names) =>
      names.length === 1
        ? named(names[0]!)
        : `${named(names[0]!)} et ${count(names.length - 1, 'autre semblable', 'autres semblables')}`,
    allFiles: (files) => `Les ${count(files, 'fichier')}`,
    rows: (rows) => count(rows, 'ligne'),
    kind: 'Ce fichier contient',
    kindOfMany: 'Ces fichiers contiennent',
    kinds: {
      cards: { label: 'Cartes', hint: 'Une ligne par carte de fidélité' },
      transactions: { label: 'Transactions', hint: 'Une ligne par transaction de fidélité' },
      stores: { label: 'Magasins', hint: 'Les noms des magasins' },
      orders: { label: 'Commandes', hint: 'Une ligne par commande de la caisse, membres ou non' },
    },
    leaveOut: { label: 'À ignorer', hint: 'Autre chose, à ne pas charger' },
    state: {
      certain: 'Reconnu',
      remembered: 'Comme la dernière fois',
      matched: 'Associé',
      check: 'À vérifier',
      missing: (n) => count(n, 'colonne manquante', 'colonnes manquantes'),
      encoding: 'Lettres à préciser',
      dates: 'Dates à préciser',
      numbers: 'Nombres à préciser',
      amounts: 'Montants à préciser',
      signs: 'Montants à préciser',
      types: 'Types à préciser',
      states: 'États des cartes à préciser',
      contradicted: 'Différent\u00a0: à vérifier',
      leftOut: 'Ignoré',
    },
    field: (kind, name) => fields[kind][name] ?? fields.cards[name] ?? { label: name, hint: '' },
    isLeftOut: (file) => `${file}\u00a0: fichier ignoré`,
    needed: 'Nécessaires',
    optional: 'Également utilisé',
    notInFile: 'Absente du fichier',
    choose: 'Choisir une colonne',
    guess: 'Deviné',
    guessHint: 'Deviné d’après le nom et les valeurs',
    unlike: (value, want) => `${quoted(value)} ne ressemble pas à ${looks[want]}`,
    twice: (label) => `Choisie aussi pour ${quoted(label)}`,
    dates: 'Écriture des dates',
    orders: {
      'day-first': 'Jour d’abord',
      'month-first': 'Mois d’abord',
      'year-first': 'Année d’abord',
      iso: 'Année d’abord',
    },
    datesQuestion: (column) => `Dans quel ordre sont écrites les dates de ${quoted(named(column))}\u202f?`,
    datesReading: (value, reading) => `${value} est le ${reading}`,
    datesUnread: (value) => `${value} n’est alors pas une date`,
    day: (instant) => dayAndMonth(instant),
    otherFormat: 'Dates écrites autrement',
    format: 'Format des dates',
    formatHint: 'Par exemple JJ/MM/AAAA HH:mm, JJMMAAAA, J MMM AA',
    formatToken: (format) =>
      format.replaceAll(/j+|a{2,}/gi, (letters) => (/j/i.test(letters) ? 'D' : 'Y').repeat(letters.length)),
    formatUnknown: 'Non compris\u00a0: il faut une année (AAAA ou AA), un mois (MM ou MMM) et un jour (JJ)',
    decimal: 'Écriture des nombres',
    decimals: { '.': '1,234.5', ',': format.decimal(1234.5, 1) },
    numbersQuestion: (column) => `Comment sont écrits les nombres de ${quoted(named(column))}\u202f?`,
    numbersReading: (value, reading) => `${value} vaut ${reading}`,
    numbersUnread: (value) => `${value} n’est alors pas un nombre`,
    decimalPoint: 'Point décimal',
    decimalComma: 'Virgule décimale',
    amounts: 'Montants d’achat',
    amountsIn: { units: 'En unités', cents: 'En centimes' },
    amountEither: (value, units, cents) => `${quoted(value)} peut être ${units} ou ${cents}`,
    amountRead: (value, read) => `${quoted(value)} est lu comme ${read}`,
    amountUnread: (value) => `${quoted(value)} ne peut pas se lire ainsi\u00a0: de telles lignes seraient écartées`,
    ids: 'Identifiants des cartes',
    signs: 'Montants négatifs',
    signsAre: { turned: 'Achats', written: 'Remboursements' },
    signsNote: {
      turned: 'Les montants négatifs comptent comme des achats de cette valeur.',
      written: 'De l’argent rendu\u00a0: ce n’est pas du chiffre d’affaires.',
      asked:
        'Tous les montants des premières lignes sont négatifs, comme dans un livre de comptes où les ventes sont au crédit. Sont-ce des achats\u00a0?',
    },
    idsAre: { alike: 'Équivalents', written: 'Tels qu’écrits' },
    idsNote: {
      alike:
        'Les zéros de tête, les guillemets, les espaces et la casse ne comptent pas\u00a0: ainsi les identifiants des fichiers concordent.',
      written: 'Tels qu’écrits, peu de transactions trouvent leur carte.',
    },
    states: 'Quelles cartes sont actives',
    statesLead:
      'Ce que ces mots du fichier disent d’une carte. Les cartes fermées n’apparaissent dans aucune liste de cartes à risque.',
    stateOf: (word) => `Une carte ${quoted(word)} est`,
    chooseState: 'Choisir le sens',
    cardState: {
      active: { label: 'En service' },
      closed: { label: 'Fermée' },
      unknown: { label: 'Inconnu', hint: 'Compte comme active' },
    },
    types: 'Types de transactions',
    typesLead:
      'Ce que désignent ces mots du fichier. Seuls les achats et ce qui rapporte des points comptent dans les ventes.',
    typeOf: (word) => `${quoted(word)} désigne`,
    typeName: (type) => types[type] ?? type,
    typeAsItIs: { label: 'Autre chose', hint: 'Compte comme un passage' },
    unreadable: 'Illisible',
    leaveFileOut: 'Ignorer',
    leaveFileOutLabel: (file) => `Ignorer ${named(file)}`,
    takeIn: 'Reprendre',
    takeInLabel: (file) => `Reprendre ${named(file)}`,
    hiddenSheet: 'Feuille masquée, laissée de côté sauf si vous dites ce que c’est',
    leftOut: (files) => (files.length === 1 ? `Ignoré\u00a0: ${why(files)}.` : `Ignorés\u00a0: ${why(files)}.`),
    preview: (name) => `Premières lignes de ${named(name)}`,
    previewRegion: (name) => `Premières lignes de ${named(name)}, à faire défiler`,
    previewNone: 'Le fichier n’a aucune ligne à afficher.',
    usedColumns: (used, all) => `${count(used, 'colonne utilisée', 'colonnes utilisées')} sur ${integer(all)}`,
    notUsed: 'non utilisée',
    noValue: 'aucune valeur',
    load: 'Charger',
    cancel: 'Annuler',
    trying: 'Calcul de ce que cela donnera\u00a0…',
    result: ({ rowsRead, earning, cards, revenue, earliest, latest }) => {
      const spent = revenue === null ? '' : `, ${money(revenue)}`;
      const days = earliest === null || latest === null ? '' : `, du ${date(earliest)} au ${date(latest)}`;
      return `${count(rowsRead, 'ligne')}\u00a0: ${count(earning, 'achat')} de ${count(cards, 'carte')}${spent}${days}`;
    },
    ready: 'Toutes les colonnes nécessaires sont là.',
    notYet: (problems) => `Pas encore\u00a0: ${count(problems, 'point à régler', 'points à régler')}`,
    problem: {
      encoding: (file) => `${named(file)}\u00a0: indiquez ce qui se lit bien`,
      column: (file, label) => `${named(file)}\u00a0: choisissez la colonne pour ${quoted(label)}`,
      dates: (file, column) =>
        `${named(file)}\u00a0: indiquez comment sont écrites les dates de ${quoted(named(column))}`,
      numbers: (file, column) =>
        `${named(file)}\u00a0: indiquez comment sont écrits les nombres de ${quoted(named(column))}`,
      signs: (file, column) =>
        `${named(file)}\u00a0: indiquez si les montants de ${quoted(named(column))}, tous négatifs, sont des achats`,
      amounts: (file, column) =>
        `${named(file)}\u00a0: indiquez si ${quoted(named(column))} est en centimes ou en unités entières`,
      states: (file, column) =>
        `${named(file)}\u00a0: indiquez quels mots de ${quoted(named(column))} désignent une carte active`,
      types: (file, column) =>
        `${named(file)}\u00a0: indiquez quels mots de ${quoted(named(column))} désignent des achats`,
      unreadable: (file) =>
        `${named(file)} est illisible\u00a0: ignorez-le, ou rouvrez l’export une fois le fichier réparé`,
      absent: {
        cards: 'Aucun fichier ne contient les cartes\u00a0: indiquez lequel, ou ouvrez-le avec ceux-ci',
        transactions: 'Aucun fichier ne contient les transactions\u00a0: indiquez lequel, ou ouvrez-le avec ceux-ci',
        stores: 'Aucun fichier ne contient les magasins',
        orders: 'Aucun fichier ne contient les commandes',
      },
    },
  };
  return { matchingText };
}
