import type { QuestionText } from '../errors.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** What a file leaves open. In English. */
export function questionErrors(format: Format): QuestionText {
  const { integer } = format;
  const { count, some } = helpers(format);

  return {
    'dates-ambiguous': ({ file, column, example }) => ({
      title: `The dates of ${file} can be read in two ways`,
      explanation: `In the column “${column}”, “${example}” could begin with the day or with the month, and no other row tells which.`,
      next: 'Say how the dates are written, or export the file with dates such as 2026-04-03.',
    }),
    'numbers-ambiguous': ({ file, column, example }) => ({
      title: `The numbers of ${file} can be read in two ways`,
      explanation: `In the column “${column}”, “${example}” could be a thousand and more, or a number with decimals, and nothing else in the file tells which.`,
      next: 'Say how the numbers are written, or export the file without marks for thousands.',
    }),
    'types-unexplained': ({ file, column, words }) => ({
      title: `${file} says in words of its own what each transaction was`,
      explanation: `No transaction would count as a purchase. In the column “${column}” stand ${some(words.map((word) => `“${word}”`))}.`,
      next: 'Say what they stand for.',
    }),
    'columns-unconfirmed': ({ file, columns }) => ({
      title: `${file} may hold more than its known columns`,
      explanation: `${some(columns.map((column) => `“${column}”`))} may be of use, under another name.`,
      next: 'Say what they hold, or that they are not needed.',
    }),
    'encoding-ambiguous': ({ file, readings }) => ({
      title: `The letters of ${file} can be read in several ways`,
      explanation: `The file does not say in what its text is written: ${some(readings.map(({ words }) => `“${words.join(' ')}”`))}.`,
      next: 'Say which reads right, or export the file as UTF-8.',
    }),
    'ids-unmet': ({ file, transactions, found }) => ({
      title: `Most transactions do not find their card in ${file}`,
      explanation: `Only ${integer(found)} of ${count(transactions, 'transaction')} name a card of that file: the two may write cards in different ways, or be of different times.`,
      next: 'Choose which columns say the card in both files, or load them as they are.',
    }),
    'dates-contradicted': ({ file, column, example }) => ({
      title: `The dates of ${file} are not written as expected`,
      explanation: `“${example}” in the column “${column}” is no date in the order in which the others were read, and no other row shows that this order is right.`,
      next: 'Say how the dates are written, or export the file with dates such as 2026-04-03.',
    }),
    'numbers-contradicted': ({ file, column, example }) => ({
      title: `The numbers of ${file} are not written as expected`,
      explanation: `“${example}” in the column “${column}” is no number as the others were read.`,
      next: 'Say how the numbers are written, or export the file without marks for thousands.',
    }),
  };
}
