import type { QuestionText } from '../errors.ts';
import type { Format } from '../format.ts';
import { helpers, quoted } from './helpers.ts';

/** What a file leaves open. In French. */
export function questionErrors(format: Format): QuestionText {
  const { integer } = format;
  const { count, some } = helpers(format);
  const sayDates = 'Indiquez comment les dates sont écrites, ou exportez le fichier avec des dates du type 2026-04-03.';
  const sayNumbers = 'Indiquez comment les nombres sont écrits, ou exportez le fichier sans séparateur de milliers.';

  return {
    'dates-ambiguous': ({ file, column, example }) => ({
      title: `Les dates de ${file} peuvent se lire de deux façons`,
      explanation: `Dans la colonne ${quoted(column)}, ${quoted(example)} peut commencer par le jour ou par le mois, et aucune autre ligne ne permet de trancher.`,
      next: sayDates,
    }),
    'numbers-ambiguous': ({ file, column, example }) => ({
      title: `Les nombres de ${file} peuvent se lire de deux façons`,
      explanation: `Dans la colonne ${quoted(column)}, ${quoted(example)} peut être un nombre supérieur à mille ou un nombre avec décimales, et rien d’autre dans le fichier ne permet de trancher.`,
      next: sayNumbers,
    }),
    'types-unexplained': ({ file, column, words }) => ({
      title: `${file} désigne les transactions avec ses propres mots`,
      explanation: `Aucune transaction ne compterait comme achat. La colonne ${quoted(column)} contient ${some(words.map((word) => quoted(word)))}.`,
      next: 'Indiquez ce qu’ils désignent.',
    }),
    'columns-unconfirmed': ({ file, columns }) => ({
      title: `${file} contient peut-être plus que ses colonnes connues`,
      explanation: `Peut-être utiles, sous un autre nom\u00a0: ${some(columns.map((column) => quoted(column)))}.`,
      next: 'Indiquez ce qu’elles contiennent, ou qu’elles ne servent pas.',
    }),
    'encoding-ambiguous': ({ file, readings }) => ({
      title: `Les lettres de ${file} peuvent se lire de plusieurs façons`,
      explanation: `Le fichier ne dit pas dans quel codage son texte est écrit\u00a0: ${some(readings.map(({ words }) => quoted(words.join(' '))))}.`,
      next: 'Indiquez ce qui se lit bien, ou exportez le fichier en UTF-8.',
    }),
    'ids-unmet': ({ file, transactions, found }) => ({
      title: `La plupart des transactions ne trouvent pas leur carte dans ${file}`,
      explanation: `Seulement ${integer(found)} sur ${count(transactions, 'transaction')} nomment une carte de ce fichier\u00a0: les deux écrivent peut-être les cartes autrement, ou datent de périodes différentes.`,
      next: 'Choisissez les colonnes qui disent la carte dans les deux fichiers, ou chargez-les telles quelles.',
    }),
    'dates-contradicted': ({ file, column, example }) => ({
      title: `Les dates de ${file} ne sont pas écrites comme prévu`,
      explanation: `${quoted(example)}, dans la colonne ${quoted(column)}, n’est pas une date dans l’ordre où les autres ont été lues, et aucune autre ligne ne confirme cet ordre.`,
      next: sayDates,
    }),
    'numbers-contradicted': ({ file, column, example }) => ({
      title: `Les nombres de ${file} ne sont pas écrits comme prévu`,
      explanation: `${quoted(example)}, dans la colonne ${quoted(column)}, n’est pas un nombre écrit comme les autres.`,
      next: sayNumbers,
    }),
  };
}
