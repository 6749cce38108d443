import type { FileKind } from '../../contract/files.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { named, unbroken } from '../shown.ts';
import { helpers } from './helpers.ts';

/** In French. */
export function page(format: Format): Pick<Messages, 'pageText'> {
  const { integer } = format;
  const { count, some } = helpers(format);
  const product = 'Loyalty Lens';
  const kinds: Record<FileKind, string> = {
    cards: 'Cartes',
    transactions: 'Transactions',
    stores: 'Magasins',
    orders: 'Commandes',
  };

  /** Words of the page around its views; those of each view, and of errors, are in files of their own. */
  const pageText: Messages['pageText'] = {
    product,
    /** While a sample is open. */
    sampleBar: { label: 'Données d’exemple', others: 'Exemples', openOwn: 'Ouvrir vos fichiers' },
    ownFilesGone: 'Vos fichiers ne sont pas conservés\u00a0: rouvrez-les après un rechargement.',
    description:
      'Analyses de fidélité qui restent sur votre appareil\u00a0: rétention par cohorte, attrition et ventes.',
    views: {
      overview: 'Aperçu',
      cohorts: 'Cohortes',
      churn: 'Attrition',
      revenue: 'Ventes',
      data: 'Données',
    },
    kinds,
    labelled: (label) => `${label}\u00a0:`,
    dismiss: 'Fermer',
    skip: 'Aller au contenu',
    home: 'Loyalty Lens, aperçu',
    mainNavigation: 'Rubriques',
    pageTitle: (view, name) => [view, name, product].filter(Boolean).join(' · '),
    openAnother: 'Ouvrir un autre export',
    open: 'Ouvrir',
    language: 'Langue',
    footer: 'Calculé sur cet appareil. Rien n’est envoyé.',
    pseudonymsOn: 'Pseudonymes affichés',
    footerProof: 'Vérifiez vous-même',
    reload: 'Recharger la page',
    newVersion: {
      label: 'Nouvelle version',
      isHere: 'Une nouvelle version de Loyalty Lens est prête. Rechargez la page quand vous le souhaitez.',
      loses: 'Vos fichiers ne sont pas conservés\u00a0: rouvrez-les après le rechargement.',
      reload: 'Recharger',
      reloadNow: 'Recharger quand même',
      later: 'Plus tard',
    },
    adding: {
      title: 'Ajouter, ou ouvrir à la place\u00a0?',
      question: (chosen, open) =>
        `Ajouter ${chosen} à ${open}, par exemple les lignes du mois suivant ou les noms des magasins\u00a0? Ou l’ouvrir à la place\u00a0?`,
      add: 'Ajouter à l’export ouvert',
      replace: 'Ouvrir à la place',
      cancel: 'Annuler',
      note: 'Les lignes présentes des deux côtés sont reconnues à leurs identifiants, comme dans tout export de plusieurs fichiers.',
    },
    filesName: (names) => some(names, 1),

    merchant: {
      label: 'Commerçant',
      fetchAgain: 'Recharger les commerçants',
      name: (id, stores, storeCount) => {
        const more = storeCount - stores.length;
        return stores.length === 0
          ? `Commerçant ${id}`
          : `${id} · ${stores.join(', ')}${more > 0 ? ` +${integer(more)}` : ''}`;
      },
      hint: (cards, transactions) => `${count(cards, 'carte')}, ${count(transactions, 'transaction')}`,
    },

    reportDate: {
      label: 'Date du rapport',
      choose: 'Rapport arrêté à la fin du',
      dialog: 'Date du rapport et calendrier',
      explanation: (calendar) =>
        `Tous les résultats sont alors ceux de la fin de cette journée (${calendar})\u00a0: les lignes postérieures sont ignorées.`,
      notFetched: 'Les réglages du calendrier n’ont pas pu être chargés. Rouvrez cette fenêtre pour réessayer.',
      latest: (day) => `Dernière date\u00a0: ${day}`,
      apply: 'Afficher',
    },

    welcome: {
      title: 'Sachez qui revient, et qui est sur le point de partir.',
      lead: 'Ouvrez votre export de fidélité\u00a0: rétention, clients à risque et chiffre d’affaires en quelques secondes.',
      open: 'Ouvrez votre export de fidélité',
      drop: 'Déposez les fichiers n’importe où sur cette page',
      choose: 'Choisir des fichiers',
      chooseFolder: 'Choisir un dossier',
      expected:
        'Des fichiers Excel, CSV ou Parquet (ou un zip qui les contient) avec les cartes et les transactions, et si possible les magasins. Peu importent leurs noms\u00a0: les fichiers sont reconnus à leurs colonnes, ou avec votre aide.',
      samples: 'Rien sous la main\u202f? Essayez un exemple',
      sampleFacts: (cards, transactions, stores) =>
        [count(cards, 'carte'), count(transactions, 'transaction'), count(stores, 'magasin')].map(unbroken).join(' · '),
      privacy:
        'Vos fichiers restent sur cet appareil\u00a0: ils sont lus et analysés dans cet onglet du navigateur, et rien n’est envoyé ailleurs.',
      recipes: 'Comment obtenir mon export\u202f?',
    },

    dropTarget: {
      title: 'Déposez pour ouvrir',
      hint: 'Les cartes, transactions et magasins d’un même export, ou le dossier qui les contient',
    },

    loading: {
      title: (name) => `Ouverture de ${name}`,
      stages: {
        starting: 'Démarrage du moteur',
        recognising: 'Examen des fichiers',
        reading: 'Lecture',
        finishing: 'Préparation des résultats',
      },
      file: (name, kind) => (kind ? `${kinds[kind]} · ${named(name)}` : named(name)),
      files: (files, kind) => (kind ? `${kinds[kind]} · ${count(files, 'fichier')}` : count(files, 'fichier')),
      rows: (read, total) => {
        if (total !== null) return `${count(read, 'ligne')} sur ${integer(total)}`;
        return read > 0 ? count(read, 'ligne') : 'En attente';
      },
      cancel: 'Annuler',
      keeps: 'Ce qui est ouvert le reste jusqu’à ce que le nouvel export soit prêt.',
    },

    setAside: (rows) => count(rows, 'ligne écartée', 'lignes écartées'),
    matching: {
      title: 'Associer les colonnes',
      match: 'Associer les colonnes',
      openWithout: (file) => `Ouvrir sans ${named(file)}`,
    },
  };
  return { pageText };
}
