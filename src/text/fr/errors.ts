import type { LeftOut } from '../../contract/left-out.ts';
import type { WantedValue } from '../../contract/errors.ts';
import type { FileKind } from '../../contract/files.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { cut, visible } from '../shown.ts';
import { helpers, quoted } from './helpers.ts';
import { namesByReason } from '../left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { natureWords } from './natures.ts';
import { engineErrors } from './engine-errors.ts';
import { questionErrors } from './questions.ts';
import { workbookErrors } from './workbook.ts';

/** In French. */
export function errors(format: Format): Pick<Messages, 'errorText' | 'causeText'> {
  const { fileSize, integer } = format;
  const { count, some } = helpers(format);
  const withReasons = (files: readonly LeftOut[]): string =>
    namesByReason(files, leftOutReasons, (names) => some(names, 6));
  const causeText: Messages['causeText'] = {
    'end-missing': 'il manque la fin',
    'beginning-missing': 'il manque le début',
    'endless-line': 'une ligne ne se termine pas',
    'unmatched-quotes': 'un guillemet de l’en-tête n’est pas refermé',
    contradiction: 'son contenu se contredit',
    changed: 'il a changé pendant la lecture',
    absent: 'il n’existe pas',
    ended: 'le navigateur l’a arrêté',
    'no-answer': 'aucune réponse',
    'not-fetched': 'une partie n’a pas pu être chargée',
  };

  function wantedWords(wanted: WantedValue): string {
    switch (wanted.is) {
      case 'whole':
        return wanted.to === undefined
          ? `un nombre entier, ${integer(wanted.from)} ou plus`
          : `un nombre entier de ${integer(wanted.from)} à ${integer(wanted.to)}`;
      case 'above-zero':
        return 'un nombre supérieur à 0';
      case 'instant':
        return 'un instant ISO 8601, comme 2026-04-11T20:57:23.123456Z';
      case 'time-zone':
        return 'un fuseau horaire, comme Europe/Luxembourg';
      case 'week-start':
        return 'un nombre entier de 1 (lundi) à 7 (dimanche)';
      case 'one-of':
        return `une valeur parmi ${wanted.values.join(', ')}`;
      case 'sort':
        return `une colonne parmi ${wanted.columns.join(', ')}, précédée de - pour l’ordre décroissant`;
    }
  }

  const needs: Record<FileKind, string> = {
    cards: 'les cartes de fidélité, une ligne par carte',
    transactions: 'les transactions de fidélité, une ligne par transaction',
    stores: 'les noms des magasins',
    orders: 'les commandes de la caisse',
  };
  const fileOf: Record<FileKind, string> = {
    cards: 'fichier de cartes',
    transactions: 'fichier de transactions',
    stores: 'fichier de magasins',
    orders: 'fichier de commandes',
  };
  const nouns: Record<FileKind, string> = {
    cards: 'cartes',
    transactions: 'transactions',
    stores: 'magasins',
    orders: 'commandes',
  };

  /** The engine's words for what a column may hold, in a merchant's. */
  const wants: Record<string, string> = {
    id: 'un nombre ou un texte',
    text: 'un texte',
    integer: 'un nombre entier',
    instant: 'une date et une heure',
    boolean: 'vrai ou faux',
  };

  const errorText: Messages['errorText'] = {
    'format-unknown': ({ file, looksLike }) => ({
      title: `${file} ne peut pas être ouvert\u00a0: ${natureWords[looksLike].is}`,
      explanation:
        'Loyalty Lens lit les fichiers Parquet, CSV et Excel (.xlsx), et les archives zip qui en contiennent.',
      next: natureWords[looksLike].next,
    }),
    'header-missing': ({ file, firstRow }) => ({
      title: `${file} n’a pas de noms de colonnes`,
      explanation:
        firstRow.length === 0
          ? 'La première ligne d’un tableau contient les noms des colonnes\u202f; il n’y a ici aucune ligne.'
          : `La première ligne d’un tableau contient les noms des colonnes\u202f; celle-ci ressemble à des données\u00a0: ${some(
              firstRow.map((field) => cut(visible(field), 40)),
              6,
            )}.`,
      next: 'Exportez le fichier avec une ligne d’en-tête, ou ajoutez-en une au début.',
    }),
    'archive-too-large': ({ file, bytes }) => ({
      title: `${file} est trop volumineux une fois décompressé`,
      explanation: `Ses fichiers décompressés font ${fileSize(bytes)}, plus que n’en contient la mémoire d’un onglet du navigateur.`,
      next: 'Décompressez-le vous-même et ouvrez les fichiers, ou ne mettez dans le zip que les fichiers de cartes, de transactions et de magasins.',
    }),
    ...workbookErrors(format),
    ...questionErrors(format),
    ...engineErrors,
    'too-many-files': ({ archive, count: files, limit }) => ({
      title: archive ? `${archive} contient ${count(files, 'fichier')}` : `${count(files, 'fichier')}, c’est trop`,
      explanation: `Un export compte au plus ${count(limit, 'fichier')}\u202f; celui-ci ressemble à un dossier qui contient bien d’autres choses.`,
      next: 'Choisissez seulement les fichiers de cartes, de transactions et de magasins.',
    }),
    'too-many-columns': ({ file, count: columns, limit }) => ({
      title: `${file} a ${count(columns, 'colonne')}`,
      explanation: `Une table d’export a au plus ${count(limit, 'colonne')}, et une dizaine suffisent. Lignes et colonnes sont peut-être inversées, ou les lignes ne se terminent pas où il faut.`,
      next: 'Exportez-le à nouveau avec une ligne par carte ou par transaction, puis ouvrez-le ici.',
    }),
    'archive-empty': ({ file, found }) => ({
      title: `${file} ne contient aucun fichier d’export`,
      explanation:
        found.length === 0
          ? 'L’archive est vide.'
          : `L’archive contient ${some(found, 6)}\u00a0: aucun fichier Parquet ni CSV.`,
      next: 'Choisissez l’archive qui contient les cartes et les transactions, ou directement ces fichiers.',
    }),
    'file-empty': ({ file }) => ({
      title: `${file} est vide`,
      explanation:
        'Le fichier fait 0\u00a0octet\u00a0: l’export ou le téléchargement s’est sans doute arrêté avant de commencer.',
      next: 'Exportez ou téléchargez à nouveau le fichier, puis ouvrez-le ici.',
    }),
    'file-damaged': ({ file, cause }) => ({
      title: `${file} est endommagé`,
      explanation: `Une partie du fichier est illisible (${cause}). Il a peut-être été tronqué pendant sa copie.`,
      next: 'Exportez ou copiez à nouveau le fichier, puis ouvrez-le ici.',
    }),
    'file-too-slow': ({ file, seconds }) => ({
      title: `${file} n’a pas pu être lu à temps`,
      explanation: `La lecture n’avançait plus depuis ${count(seconds, 'seconde')}\u00a0: elle a été arrêtée. Le fichier est sans doute endommagé, ou bien plus volumineux qu’il n’y paraît une fois décompressé.`,
      next: 'Exportez à nouveau le fichier. S’il est sur un lecteur réseau, copiez-le d’abord sur cet appareil.',
    }),
    'file-unreadable': ({ file, cause }) => ({
      title: `${file} ne peut pas être lu`,
      explanation: `Le navigateur n’a pas pu le lire (${cause}). Il a peut-être été déplacé, modifié ou supprimé depuis que vous l’avez choisi, ou c’est un dossier.`,
      next: 'Choisissez à nouveau le fichier. S’il est sur un lecteur réseau ou une clé USB, copiez-le d’abord sur cet appareil.',
    }),
    'file-encrypted': ({ file }) => ({
      title: `${file} est chiffré`,
      explanation: 'Son contenu est illisible sans clé, et Loyalty Lens ne gère pas les clés.',
      next: 'Exportez à nouveau le fichier sans chiffrement, puis ouvrez-le ici.',
    }),
    'kind-unknown': ({ file, columns, closest, missing }) => ({
      title: `${file} ne contient ni cartes, ni transactions, ni magasins`,
      explanation: closest
        ? `Il ressemble le plus à un ${fileOf[closest]}, mais ${lacks(missing)}. ${found(columns)}`
        : `Les fichiers sont reconnus à leurs colonnes. ${found(columns)}`,
      next: closest
        ? `Si c’est bien votre ${fileOf[closest]}, exportez-le avec ${missing.length === 1 ? 'cette colonne' : 'ces colonnes'}\u202f; sinon, laissez-le de côté.`
        : 'Laissez ce fichier de côté, ou vérifiez que c’est le bon.',
    }),
    'column-missing': ({ file, kind, missing, columns }) =>
      missing.length === 1
        ? {
            title: `Il manque la colonne ${listed(missing)} dans ${file}`,
            explanation: `Un ${fileOf[kind]} a besoin de cette colonne. ${found(columns)}`,
            next: `Exportez à nouveau les ${nouns[kind]} avec cette colonne, ou renommez celle qui en tient lieu.`,
          }
        : {
            title: `Il manque les colonnes ${listed(missing)} dans ${file}`,
            explanation: `Un ${fileOf[kind]} a besoin de ces colonnes. ${found(columns)}`,
            next: `Exportez à nouveau les ${nouns[kind]} avec ces colonnes, ou renommez celles qui en tiennent lieu.`,
          },
    'column-ambiguous': ({ file, column, columns }) => ({
      title: `${file} a plusieurs colonnes ${quoted(column)}`,
      explanation:
        new Set(columns).size === 1
          ? `${count(columns.length, 'colonne porte ce nom', 'colonnes portent ce nom')}\u00a0: impossible de savoir laquelle utiliser.`
          : `Les colonnes ${listed(columns)} ne diffèrent que par les majuscules\u00a0: impossible de savoir laquelle utiliser.`,
      next: 'Gardez-en une seule, en renommant ou en supprimant les autres, puis rouvrez le fichier.',
    }),
    'column-type': ({ file, column, found: type, wanted }) => ({
      title: `La colonne ${quoted(column)} de ${file} n’a pas le bon type`,
      explanation: `Son type est ${type}\u202f; il faut ${wants[wanted] ?? wanted}.`,
      next: `Exportez à nouveau le fichier avec ${wants[wanted] ?? wanted} dans ${quoted(column)}.`,
    }),
    'delta-unreadable': ({ file, why }) => ({
      title: `La table ${file} ne peut pas être lue d’après son journal`,
      explanation:
        why === 'checkpoint'
          ? 'C’est une table Delta dont le journal commence par un point de contrôle, qui n’est pas lu ici\u00a0: des parties ont pu être remplacées, et des lignes compteraient double.'
          : 'C’est une table Delta où des lignes d’une partie sont supprimées dans un fichier à part, qui n’est pas lu ici\u00a0: elles compteraient quand même.',
      next: 'Exportez la table en un seul fichier Parquet ou CSV. Si vous savez que chaque partie compte, ouvrez les parties sans le dossier _delta_log.',
    }),
    'kind-twice': ({ kind, files, rows }) => ({
      title: `Il y a deux exports des mêmes ${nouns[kind]}`,
      explanation: `${listed(files)} ont ${count(rows, 'identifiant en commun', 'identifiants en commun')}, mais n’en disent pas la même chose\u202f; rien n’indique lequel est le plus récent.`,
      next: 'Ouvrez seulement le plus récent. Des fichiers qui se suivent peuvent être ouverts ensemble.',
    }),
    'kind-absent': ({ kind, files, leftOut }) => ({
      title: `Il manque le ${fileOf[kind]}`,
      explanation: `${files.length === 1 ? `${listed(files)} est arrivé` : `${listed(files)} sont arrivés`} sans ${needs[kind]}. Un export doit au moins les contenir.${
        leftOut.length === 0
          ? ''
          : ` ${leftOut.length === 1 ? 'Laissé de côté' : 'Laissés de côté'}\u00a0: ${withReasons(leftOut)}.`
      }`,
      next: 'Choisissez ou déposez tous les fichiers de l’export en une fois.',
    }),
    'no-usable-rows': ({ file, rows, column, reason, example }) => ({
      title: `Aucune ligne de ${file} n’est utilisable`,
      explanation: `${rows === 1 ? 'Sa seule ligne a été écartée.' : `Ses ${count(rows, 'ligne')} ont toutes été écartées.`} ${rows === 1 ? 'Raison' : 'Raison la plus fréquente'}${column === '' ? '' : ` (colonne ${quoted(column)})`}\u00a0: ${lowerFirst(reasons[reason])}${example === null ? '' : `, par exemple ${quoted(example)}`}.`,
      next:
        column === ''
          ? 'Corrigez ce point et exportez à nouveau le fichier.'
          : `Corrigez la colonne ${quoted(column)} et exportez à nouveau le fichier.`,
    }),
    'rows-lost': ({ file, expected, got }) => ({
      title: `Toutes les lignes de ${file} ne sont pas arrivées`,
      explanation: `Le fichier compte ${count(expected, 'ligne')}, et ${format.plural(got, { one: '# a été lue', other: '# ont été lues' })}. Des résultats calculés sur une partie des lignes seraient faux\u00a0: il n’a donc pas été ouvert.`,
      next: 'Rouvrez l’export. Si cela se reproduit, exportez-le à nouveau.',
    }),
    'out-of-memory': ({ file }) => ({
      title: file
        ? `${file} est trop volumineux pour la mémoire de cet onglet du navigateur`
        : 'Cette opération demande plus de mémoire que n’en a l’onglet du navigateur',
      explanation: 'Tout est calculé sur cet appareil, dans la mémoire que le navigateur accorde à une page.',
      next: 'Fermez d’autres onglets et réessayez, prenez un appareil avec plus de mémoire, ou exportez une période plus courte.',
    }),
    'too-large': ({ rows, bytes, limit }) => ({
      title: 'L’export est trop volumineux pour un onglet du navigateur',
      explanation: `Il compte ${count(rows, 'ligne')} et demande environ ${fileSize(bytes)} de mémoire, alors que le moteur dispose de ${fileSize(limit)}. Rien n’a été chargé\u202f; ce qui était ouvert le reste.`,
      next: 'Ouvrez moins d’années, ou un seul commerçant. Si les fichiers sont en CSV, exportez-les en Parquet, qui demande moins de place à la lecture.',
    }),
    'load-cancelled': () => ({
      title: 'L’ouverture a été annulée',
      explanation: 'Les fichiers n’ont pas été ouverts.',
      next: 'Rouvrez-les quand vous voulez.',
    }),
    'load-in-progress': () => ({
      title: 'Un autre export est en cours d’ouverture',
      explanation: 'Les exports s’ouvrent un par un.',
      next: 'Attendez la fin de l’ouverture, ou annulez-la d’abord.',
    }),
    'nothing-loaded': () => ({
      title: 'Aucun export n’est ouvert',
      explanation: 'Il n’y a pas de données pour répondre.',
      next: 'Ouvrez vos fichiers de cartes et de transactions, ou un exemple.',
    }),
    'parameter-invalid': ({ parameter, value, wanted }) => ({
      title: `${quoted(value)} n’est pas possible pour ${parameter}`,
      explanation: `Valeur attendue pour ${parameter}\u00a0: ${wantedWords(wanted)}.`,
      next: 'Choisissez une autre valeur.',
    }),
    'merchant-needed': ({ merchants }) => ({
      title: 'Quel commerçant\u202f?',
      explanation: `L’export contient ${count(merchants.length, 'commerçant')}\u00a0: ${some(merchants.map(String))}.`,
      next: 'Choisissez l’un d’eux.',
    }),
    internal: ({ cause }) => ({
      title: 'Une erreur s’est produite',
      explanation: `Elle vient de Loyalty Lens, et non de vos fichiers (${cause}).`,
      next: 'Réessayez. Si cela se reproduit, signalez-le en citant le texte ci-dessus.',
    }),
  };

  /** `« a », « b » et « c »` */
  function listed(names: string[]): string {
    const marked = names.map(quoted);
    return marked.length < 2 ? marked.join() : `${marked.slice(0, -1).join(', ')} et ${marked.at(-1)}`;
  }

  function lacks(missing: string[]): string {
    return missing.length === 1
      ? `il lui manque la colonne ${listed(missing)}`
      : `il lui manque les colonnes ${listed(missing)}`;
  }

  function found(columns: string[]): string {
    if (columns.length === 0) return 'Il n’a aucune colonne.';
    return columns.length === 1 ? `Sa seule colonne\u00a0: ${some(columns)}.` : `Ses colonnes\u00a0: ${some(columns)}.`;
  }

  function lowerFirst(text: string): string {
    return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  }
  return { errorText, causeText };
}
