import type { QuestionText } from '../errors.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** What a file leaves open. In German. */
export function questionErrors(format: Format): QuestionText {
  const { integer, plural } = format;
  const { some } = helpers(format);
  const sayDates =
    'Geben Sie an, wie das Datum geschrieben ist, oder exportieren Sie die Datei mit Datumsangaben wie 2026-04-03.';
  const sayNumbers =
    'Geben Sie an, wie die Zahlen geschrieben sind, oder exportieren Sie die Datei ohne Tausendertrennzeichen.';

  return {
    'dates-ambiguous': ({ file, column, example }) => ({
      title: `Die Datumsangaben in ${file} sind nicht eindeutig`,
      explanation: `In der Spalte „${column}“ könnte „${example}“ mit dem Tag oder mit dem Monat beginnen, und keine andere Zeile klärt es.`,
      next: sayDates,
    }),
    'numbers-ambiguous': ({ file, column, example }) => ({
      title: `Die Zahlen in ${file} sind nicht eindeutig`,
      explanation: `In der Spalte „${column}“ könnte das Zeichen in „${example}“ Tausender oder Nachkommastellen abtrennen, und nichts sonst in der Datei klärt es.`,
      next: sayNumbers,
    }),
    'types-unexplained': ({ file, column, words }) => ({
      title: `${file} nennt die Art der Transaktionen mit eigenen Wörtern`,
      explanation: `Keine Transaktion würde als Einkauf zählen. In der Spalte „${column}“ steht: ${some(words.map((word) => `„${word}“`))}.`,
      next: 'Geben Sie an, wofür sie stehen.',
    }),
    'columns-unconfirmed': ({ file, columns }) => ({
      title: `${file} enthält vielleicht mehr als die bekannten Spalten`,
      explanation: `Vielleicht von Nutzen, unter anderem Namen: ${some(columns.map((column) => `„${column}“`))}.`,
      next: 'Geben Sie an, was sie enthalten oder dass sie nicht gebraucht werden.',
    }),
    'encoding-ambiguous': ({ file, readings }) => ({
      title: `Die Buchstaben in ${file} sind nicht eindeutig`,
      explanation: `Die Datei sagt nicht, in welcher Kodierung ihr Text steht: ${some(readings.map(({ words }) => `„${words.join(' ')}“`))}.`,
      next: 'Geben Sie an, was richtig zu lesen ist, oder exportieren Sie die Datei als UTF-8.',
    }),
    'ids-unmet': ({ file, transactions, found }) => ({
      title: `Die meisten Transaktionen finden ihre Karte nicht in ${file}`,
      explanation: `Nur ${integer(found)} von ${plural(transactions, { one: '# Transaktion', other: '# Transaktionen' })} nennen eine Karte dieser Datei: Vielleicht schreiben beide die Karten verschieden oder stammen aus verschiedenen Zeiten.`,
      next: 'Wählen Sie, welche Spalten in beiden Dateien die Karte nennen, oder laden Sie sie, wie sie sind.',
    }),
    'dates-contradicted': ({ file, column, example }) => ({
      title: `Die Datumsangaben in ${file} sind anders geschrieben als erwartet`,
      explanation: `„${example}“ in der Spalte „${column}“ ist kein Datum, wenn Tag und Monat in derselben Reihenfolge stehen wie in den übrigen Zeilen. Keine davon belegt diese Reihenfolge.`,
      next: sayDates,
    }),
    'numbers-contradicted': ({ file, column, example }) => ({
      title: `Die Zahlen in ${file} sind anders geschrieben als erwartet`,
      explanation: `„${example}“ in der Spalte „${column}“ ist keine Zahl, so wie die übrigen gelesen wurden.`,
      next: sayNumbers,
    }),
  };
}
