import type { Format, PluralForms } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { unbroken } from '../shown.ts';
import { helpers } from './helpers.ts';

/** In German. */
export function check(format: Format): Pick<LaterMessages, 'checkText'> {
  const { date, integer, plural, share } = format;
  const { cards: cardCount, files: fileCount, transactions: transactionCount } = helpers(format);
  const counted = (forms: PluralForms) => (rows: number) => plural(rows, forms);
  const receiptCount = counted({ one: '# Kassenbon', other: '# Kassenbons' });
  const customerCount = counted({ other: '# Kunden' });

  /** Words of the check: how files were understood, for a person to see after a load. */
  const checkText: LaterMessages['checkText'] = {
    title: 'So wurden Ihre Dateien gelesen',
    held: ({ transactions, areReceipts, cards, areCustomers, files }, period) =>
      [
        `${areReceipts ? receiptCount(transactions) : transactionCount(transactions)} ${areCustomers ? `von ${customerCount(cards)}` : `und ${cardCount(cards)}`}`,
        ...(period ? [`${date(period.from)} bis ${date(period.to)}`] : []),
        `aus ${files === 1 ? 'einer Datei' : fileCount(files)}.`,
      ].join(', '),
    sentences: {
      'derived-card': () => 'Kunden und ihr erster Besuch ergeben sich aus den Einkäufen.',
      'repeated-card': () => 'Die Kunden ergeben sich aus den Angaben in ihren Transaktionen.',
      'derived-enrolment': () =>
        'Wann sich ein Kunde angemeldet hat, steht nicht in den Dateien: Als Anmeldung zählt der erste Besuch.',
      'derived-type': () =>
        'Was eine Transaktion war, steht nicht in der Datei: Es ergibt sich daraus, ob Punkte oder Beträge über oder unter 0 liegen.',
      'every-visit': () => 'Was eine Transaktion war, steht nicht in der Datei: Jede Zeile zählt als Besuch.',
      'lines-joined': counted({
        one: '# Zeile wurde mit anderen desselben Kassenbons zusammengefasst.',
        other: '# Zeilen wurden mit anderen desselben Kassenbons zusammengefasst.',
      }),
      'totals-repeated': counted({
        one: '# Zeile wurde mit anderen desselben Kassenbons zusammengefasst, dessen Summe in jeder Zeile steht und einmal zählt.',
        other:
          '# Zeilen wurden mit anderen desselben Kassenbons zusammengefasst, dessen Summe in jeder Zeile steht und einmal zählt.',
      }),
      'no-points': () => 'Punkte stehen nicht in der Datei.',
      'no-amounts': () => 'Einkaufsbeträge stehen nicht in der Datei: Der Umsatz ist unbekannt.',
      'one-shop': () => 'Filialen stehen nicht in der Datei: Alles zählt als ein einziges Geschäft.',
      'non-member': counted({
        one: '# Zeile nennt keinen Kunden: Sie zählt als Einkauf ohne Karte.',
        other: '# Zeilen nennen keinen Kunden: Sie zählen als Einkäufe ohne Karte.',
      }),
      refund: counted({
        one: '# Betrag liegt unter 0: zurückgegebenes Geld, das vom Umsatz nicht abgezogen wird.',
        other: '# Beträge liegen unter 0: zurückgegebenes Geld, das vom Umsatz nicht abgezogen wird.',
      }),
      'other-currency': counted({
        one: '# Transaktion hat eine andere Währung: Ihr Betrag ist in keiner Summe enthalten.',
        other: '# Transaktionen haben eine andere Währung: Ihre Beträge sind in keiner Summe enthalten.',
      }),
    },
    unknown: 'Unbekannt',
    rowsUsed: 'Verwendete Zeilen',
    cardsFound: 'Transaktionen, die ihre Karte finden',
    of: (part, whole) => unbroken(`${integer(part)} von ${integer(whole)}`),
    revenue: 'Umsatz insgesamt',
    largest: 'Größter Einkauf',
    stores: 'Filialen',
    latest: counted({ one: 'Die letzte Zeile, wie verstanden', other: 'Die letzten # Zeilen, wie verstanden' }),
    customer: 'Kunde',
    card: 'Karte',
    when: 'Wann',
    type: 'Art',
    otherType: 'Etwas anderes',
    visit: 'Besuch',
    points: 'Punkte',
    amount: 'Betrag',
    store: 'Filiale',
    right: 'Stimmt so',
    wrong: 'Falsch? Ändern, wie die Dateien gelesen wurden',
    warning: (warning) => {
      switch (warning.is) {
        case 'rows-unused':
          return `Nur ${share(warning.used, warning.read)} der Zeilen waren verwendbar: ${integer(warning.read - warning.used)} von ${integer(warning.read)} fehlen in allen Auswertungen.`;
        case 'cards-unfound':
          return `Nur ${share(warning.found, warning.transactions)} der Transaktionen finden ihre Karte: Die übrigen zählen im Umsatz, aber nicht in Kohorten und Abwanderung.`;
        case 'busy-card':
          return `Auf eine einzige Karte entfallen ${share(warning.transactions, warning.of)} aller Transaktionen: Vielleicht steht sie für Kunden ohne Karte.`;
        case 'other-merchant':
          return plural(warning.transactions, {
            one: '# Transaktion nennt einen anderen Händler als ihre Karte: Beginnen die Kartennummern bei jedem Händler neu, zählen zwei Kunden als einer.',
            other:
              '# Transaktionen nennen einen anderen Händler als ihre Karte: Beginnen die Kartennummern bei jedem Händler neu, zählen zwei Kunden als einer.',
          });
        case 'refunds-alone':
          return 'Alle Beträge sind negativ: Sie zählen als Erstattungen, und es gibt keinen Umsatz.';
        case 'number-again':
          return plural(warning.transactions, {
            one: '# Transaktion hat Nummer, Karte und Zeit einer anderen, aber einen anderen Betrag oder andere Punkte: Beide zählen, obwohl eine die andere korrigieren könnte.',
            other:
              '# Transaktionen haben Nummer, Karte und Zeit einer anderen, aber einen anderen Betrag oder andere Punkte: Beide zählen, obwohl eine die andere korrigieren könnte.',
          });
        case 'values-unread':
          return plural(warning.values, {
            one: '# Wert ließ sich nicht lesen und fehlt in den Auswertungen.',
            other: '# Werte ließen sich nicht lesen und fehlen in den Auswertungen.',
          });
        case 'in-the-future':
          return plural(warning.transactions, {
            one: '# Transaktion liegt in der Zukunft: Tag und Monat sind vielleicht vertauscht.',
            other: '# Transaktionen liegen in der Zukunft: Tag und Monat sind vielleicht vertauscht.',
          });
      }
    },
    seeData: 'Zu den Daten',
    save: 'Lesart speichern',
    saveHint:
      'Namen von Dateien und Spalten sowie Wörter für Transaktionsarten: Damit liest die Befehlszeile dieselben Dateien genauso.',
  };
  return { checkText };
}
