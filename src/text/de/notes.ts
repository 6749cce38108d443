import type { FileKind } from '../../contract/files.ts';
import type { DataNote } from '../../contract/report.ts';
import type { Format, PluralForms } from '../format.ts';
import type { Messages } from '../messages.ts';
import { cellNotes } from './workbook.ts';

/** What is true of some used rows, and what that means for the answers. */
interface NoteForms {
  what: PluralForms;
  effect: string;
}

/** What is worth knowing of rows that were used. In German. */
export function notes(format: Format): Messages['qualityText']['noteWords'] {
  const { plural } = format;
  const future: Record<FileKind, PluralForms> = {
    cards: { one: '# Karte mit einem Datum in der Zukunft', other: '# Karten mit einem Datum in der Zukunft' },
    transactions: {
      one: '# Transaktion mit einem Datum in der Zukunft',
      other: '# Transaktionen mit einem Datum in der Zukunft',
    },
    stores: { one: '# Filiale mit einem Datum in der Zukunft', other: '# Filialen mit einem Datum in der Zukunft' },
    orders: {
      one: '# Bestellung mit einem Datum in der Zukunft',
      other: '# Bestellungen mit einem Datum in der Zukunft',
    },
  };

  const words: Record<Exclude<DataNote['kind'], 'in-the-future'>, NoteForms> = {
    'unknown-card': {
      what: {
        one: '# Transaktion mit einer Karte, die in der Kartendatei fehlt',
        other: '# Transaktionen mit Karten, die in der Kartendatei fehlen',
      },
      effect:
        'Im Umsatz mitgezählt, wie in Ihrem Kundenkartensystem; nicht in Kohorten und Abwanderung, die von den Karten ausgehen.',
    },
    'other-merchant': {
      what: {
        one: '# Transaktion, die einen anderen Händler nennt als ihre Karte',
        other: '# Transaktionen, die einen anderen Händler nennen als ihre Karte',
      },
      effect: 'Beim Händler der Karte mitgezählt.',
    },
    'number-again': {
      what: {
        one: '# Transaktion mit Nummer, Karte und Zeit einer anderen, aber anderem Betrag oder anderen Punkten',
        other: '# Transaktionen mit Nummer, Karte und Zeit einer anderen, aber anderem Betrag oder anderen Punkten',
      },
      effect: 'Neben der anderen mitgezählt: Ist es eine Korrektur, lassen Sie die ältere weg.',
    },
    'before-enrolment': {
      what: {
        one: '# Transaktion aus der Zeit vor der Anmeldung der Karte',
        other: '# Transaktionen aus der Zeit vor der Anmeldung der Karte',
      },
      effect:
        'In Umsatz und Abwanderung mit dem eigenen Datum mitgezählt; nicht in Kohorten, wenn das vor dem Monat der Kohorte liegt.',
    },
    'unread-value': {
      what: {
        one: '# Zeile mit einem Wert, der nicht lesbar ist',
        other: '# Zeilen mit einem Wert, der nicht lesbar ist',
      },
      effect: 'Verwendet, als stünde dort nichts.',
    },
    ...cellNotes,
    'unknown-type': {
      what: {
        one: '# Transaktion einer Art, die Loyalty Lens nicht kennt',
        other: '# Transaktionen einer Art, die Loyalty Lens nicht kennt',
      },
      effect: 'In Kohorten und Abwanderung als Aktivität mitgezählt; ohne gesammelte Punkte nicht im Umsatz.',
    },
    'other-currency': {
      what: { one: '# Transaktion in einer anderen Währung', other: '# Transaktionen in einer anderen Währung' },
      effect: 'Als Besuch gezählt, ohne den Betrag: Zwei Währungen werden nie addiert.',
    },
    'derived-card': {
      what: {
        one: '# Karte aus ihren Transaktionen: Keine Datei enthält die Karten',
        other: '# Karten aus ihren Transaktionen: Keine Datei enthält die Karten',
      },
      effect:
        'Angemeldet mit der ersten Transaktion, zuletzt aktiv mit der letzten, offen. Kunden, die schon vor Beginn des Exports kamen, sehen in dessen ersten Monaten wie neue aus.',
    },
    'repeated-card': {
      what: {
        one: '# Karte aus den Angaben ihrer Transaktionen: Keine Datei enthält die Karten',
        other: '# Karten aus den Angaben ihrer Transaktionen: Keine Datei enthält die Karten',
      },
      effect: 'So, wie die letzte Transaktion sie nennt. Karten ohne Transaktion sind nicht bekannt.',
    },
    'derived-enrolment': {
      what: {
        one: '# Karte ohne Anmeldedatum in ihrer Datei',
        other: '# Karten ohne Anmeldedatum in ihrer Datei',
      },
      effect:
        'Angemeldet mit der ersten Transaktion. Kunden, die schon vor Beginn des Exports kamen, sehen in dessen ersten Monaten wie neue aus.',
    },
    'derived-type': {
      what: { one: '# Transaktion ohne Art in ihrer Datei', other: '# Transaktionen ohne Art in ihrer Datei' },
      effect:
        'Nach dem Vorzeichen der Punkte, sonst des Betrags: über 0 ein Einkauf, unter 0 eine Einlösung oder Erstattung. Wo beides fehlt, ist jede Zeile ein Besuch.',
    },
    'non-member': {
      what: { one: '# Zeile ohne Karte, aber mit Betrag', other: '# Zeilen ohne Karte, aber mit Betrag' },
      effect: 'Einkäufe von Kunden ohne Karte: als solche behalten, in keiner Zahl der Karten enthalten.',
    },
    'totals-repeated': {
      what: {
        one: '# Zeile mit anderen desselben Einkaufs zusammengefasst',
        other: '# Zeilen mit anderen desselben Einkaufs zusammengefasst',
      },
      effect: 'In jeder Zeile eines Einkaufs steht dessen ganzer Betrag: Er zählt einmal.',
    },
    'lines-joined': {
      what: {
        one: '# Zeile mit anderen desselben Einkaufs zusammengefasst',
        other: '# Zeilen mit anderen desselben Einkaufs zusammengefasst',
      },
      effect:
        'Zeilen mit gleicher Karte, Belegnummer, Filiale, gleichem Tag und gleicher Richtung sind eine Transaktion; ihre Beträge und Punkte sind zusammengezählt.',
    },
    refund: {
      what: { one: '# Transaktion mit einem Betrag unter 0', other: '# Transaktionen mit einem Betrag unter 0' },
      effect: 'Zurückgegebenes Geld: zählt nicht als Einkauf und wird vom Umsatz nicht abgezogen.',
    },
    'no-store': {
      what: { one: '# Transaktion ohne Filiale', other: '# Transaktionen ohne Filiale' },
      effect: 'In jeder Summe mitgezählt; nicht im Umsatz je Filiale.',
    },
    'unnamed-store': {
      what: {
        one: '# Transaktion in einer Filiale, die im Export keinen Namen hat',
        other: '# Transaktionen in Filialen, die im Export keinen Namen haben',
      },
      effect: 'In jeder Auswertung mitgezählt; statt des Namens steht dort „Filiale“ und die ID.',
    },
    'no-card-number': {
      what: { one: '# Karte ohne Kartennummer', other: '# Karten ohne Kartennummer' },
      effect: 'In jeder Auswertung mitgezählt; in Listen steht ihre ID.',
    },
    'inactive-card': {
      what: {
        one: '# Karte, die als gesperrt (nicht aktiv) markiert ist',
        other: '# Karten, die als gesperrt (nicht aktiv) markiert sind',
      },
      effect: 'In Kohorten und Umsatz mitgezählt; nicht in der Abwanderung.',
    },
    'unused-card': {
      what: { one: '# Karte ohne Transaktion', other: '# Karten ohne Transaktion' },
      effect:
        'Als angemeldet mitgezählt, was die Wiederkehrquote der Kohorte senkt; in der Abwanderung nur mit einer letzten Aktivität.',
    },
    'store-without-name': {
      what: { one: '# Filiale ohne Namen', other: '# Filialen ohne Namen' },
      effect: 'Statt des Namens steht dort „Filiale“ und die ID.',
    },
  };

  return (kind, of) =>
    kind === 'in-the-future'
      ? {
          what: (rows) => plural(rows, future[of]),
          effect: () =>
            'Mitgezählt. Der Stichtag ist das späteste Datum im Export und liegt damit auch in der Zukunft: Wählen Sie einen anderen.',
        }
      : { what: (rows) => plural(rows, words[kind].what), effect: () => words[kind].effect };
}
