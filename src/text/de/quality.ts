import type { LeftOut } from '../../contract/left-out.ts';
import type { FileKind } from '../../contract/files.ts';
import type { DataNote } from '../../contract/report.ts';
import type { Format, PluralForms } from '../format.ts';
import type { Messages } from '../messages.ts';
import { named } from '../shown.ts';
import { helpers } from './helpers.ts';
import { namesByReason } from '../left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { cellNotes } from './workbook.ts';

/** What is true of some used rows, and what that means for the answers. */
interface NoteForms {
  what: PluralForms;
  effect: string;
}

/** In German. */
export function quality(format: Format): Pick<Messages, 'qualityText'> {
  const { date, integer, plural } = format;
  const { columns: columnCount, files: fileCount, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));

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

  const notes: Record<Exclude<DataNote['kind'], 'in-the-future'>, NoteForms> = {
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

  /** Words of the report on what was read. */
  const qualityText: Messages['qualityText'] = {
    title: 'Daten',
    lead: (name) => `${name}: was gelesen, was davon verwendet wurde und was nicht.`,
    period: 'Zeitraum',
    calendar: 'Tage und Monate',
    periodOf: (from, to) => `${date(from)} bis ${date(to)}`,
    noPeriod: 'Keine Zeilen',
    merchants: 'Händler',
    amounts: 'Einkaufsbeträge',
    amountsYes: 'Im Export',
    amountsNo: 'Nicht im Export',
    currency: 'Währung',
    currencyFrom: {
      files: 'Aus den Dateien',
      chosen: 'Hier gewählt, gemerkt für solche Dateien',
      sample: 'Die des Beispiels',
    },
    currencyUnknown: 'Nicht in den Dateien',
    memory: 'Speicherbedarf des geladenen Exports',
    memoryUnknown: 'Unbekannt',
    files: (files, size) => `${fileCount(files)} · ${size}`,
    filesTitle: 'Dateien',
    moreFiles: (rest) => plural(rest, { one: '# weitere Datei zeigen', other: '# weitere Dateien zeigen' }),
    file: 'Datei',
    size: 'Größe',
    read: 'Zeilen gelesen',
    used: 'Verwendet',
    setAside: 'Aussortiert',
    allUsed: 'Alle Zeilen wurden verwendet.',
    noRows: 'Die Datei hat keine Zeilen.',
    setAsideTitle: 'Aussortierte Zeilen',
    setAsideLead: 'Diese Zeilen waren nicht verwendbar und fehlen in allen Auswertungen.',
    column: 'Spalte',
    wholeRow: 'Ganze Zeile',
    reason: 'Grund',
    rows: 'Zeilen',
    examples: 'Beispiele',
    row: (row) => `Zeile ${integer(row)}`,
    rowOf: (row, file) => `${named(file)}, Zeile ${integer(row)}`,
    noValue: 'kein Wert',
    blank: 'leer',
    quoted: (value) => `„${value}“`,
    reasons,
    notesTitle: 'Gut zu wissen',
    notesLead: 'Zeilen, die verwendet werden, und was sie in den Auswertungen bewirken.',
    noteWords: (kind, of) =>
      kind === 'in-the-future'
        ? {
            what: (rows) => plural(rows, future[of]),
            effect: () =>
              'Mitgezählt. Der Stichtag ist das späteste Datum im Export und liegt damit auch in der Zukunft: Wählen Sie einen anderen.',
          }
        : { what: (rows) => plural(rows, notes[kind].what), effect: () => notes[kind].effect },
    noteExamples: 'Zum Beispiel',
    columns: (used, ignored) =>
      ignored ? `${columnCount(used)} verwendet, ${integer(ignored)} nicht benötigt` : `${columnCount(used)} verwendet`,
    columnName: 'Spalte',
    columnFound: 'In der Datei',
    columnType: 'Typ',
    typeName: (type) => (({ text: 'Text', Unknown: 'unbekannt' }) as Record<string, string>)[type] ?? type,
    absent: 'Optionale Spalten, die in der Datei fehlen',
    ignored: 'Spalten, die nicht benötigt und nicht gelesen wurden',
    download: 'Datenbericht herunterladen (CSV)',
    downloadName: 'datenbericht.csv',
    downloadWorkbook: 'Datenbericht herunterladen (Excel)',
    workbookName: 'datenbericht.xlsx',
    report: {
      sheet: 'Datenbericht',
      header: [
        'Datei',
        'Inhalt',
        'Eintrag',
        'Spalte',
        'Zeilen',
        'Beispielzeile',
        'Beispielwert',
        'Wirkung auf die Auswertungen',
      ],
      allFiles: (files) => `Alle ${fileCount(files)}`,
      setAsideFor: (reason) => `Aussortiert: ${reason}`,
      setAsideEffect: 'In keiner Auswertung',
    },
    matchedTitle: 'Spalten',
    matchedByNames: 'An ihren Namen erkannt.',
    matchedByHand: 'Von Ihnen zugeordnet und auf diesem Gerät für Dateien mit denselben Spalten gespeichert.',
    matchedThisTime: 'Von Ihnen zugeordnet, nur für dieses Mal.',
    matchedAsBefore: 'Zugeordnet wie letztes Mal, nach Ihrer Auswahl für Dateien mit denselben Spalten.',
    leftOut: (files) => `Weggelassen und in keiner Auswertung: ${why(files)}.`,
    change: 'Ändern',
    changeLabel: 'Zuordnung der Spalten ändern',
    forget: 'Vergessen',
    forgetLabel: 'Zuordnung dieser Spalten vergessen',
    tables: 'Die geprüften Tabellen',
    tablesHint:
      'Karten, Transaktionen und Filialen, wie sie in die Auswertungen eingehen, dazu der Kalender, als Parquet-Dateien in einem ZIP-Archiv: für eine Datenbank oder für alle, die die Zahlen nachprüfen. Namen und Kartennummern stehen darin.',
    privacyTitle: 'Der Nachweis: Nichts verlässt dieses Gerät',
    privacy: [
      'Die Dateien werden von dieser Seite gelesen, in diesem Browser-Tab. Es gibt kein Benutzerkonto, keinen Server, der rechnet, und keine Nachverfolgung.',
      'Die Seite bringt eine Content-Security-Policy mit. Damit verweigert der Browser jede Anfrage an eine andere Adresse, was auch immer der Code der Seite versucht. Auch die Datenbank darin ist abgeriegelt: Sie kann keine Dateien lesen und keine Erweiterungen laden.',
    ],
    /** Where the browser enforces it, found by trying. */
    protection: {
      everywhere:
        'Gerade ausprobiert: Ihr Browser verweigert Anfragen an andere Adressen, für diese Seite und für alle Hintergrundprozesse, die für sie rechnen.',
      page: 'Gerade ausprobiert: Ihr Browser verweigert Anfragen an andere Adressen für diese Seite selbst, aber nicht für die Hintergrundprozesse, die für sie rechnen. Auch die stellen keine, wie der Reiter „Netzwerk“ der Entwicklerwerkzeuge zeigt.',
      nowhere:
        'Gerade ausprobiert: Ihr Browser verweigert hier keine Anfragen an andere Adressen, denn dieser Server hat die Richtlinie von der Seite entfernt. Loyalty Lens stellt trotzdem keine, wie der Reiter „Netzwerk“ der Entwicklerwerkzeuge zeigt.',
    },
    notices: 'Verwendete Software Dritter und ihre Lizenzen',
    kept: 'Diese Seite funktioniert ohne Netz.',
    /** How to see it for oneself, by whether the page is kept on the device. */
    seeForYourself: {
      kept: 'Überzeugen Sie sich selbst: Trennen Sie jetzt die Netzverbindung und öffnen Sie dann einen anderen Export. Oder beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird.',
      keeping:
        'Überzeugen Sie sich selbst: Beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird. Auch Loyalty Lens selbst wird gerade auf diesem Gerät gespeichert; danach steht hier, dass Sie die Netzverbindung trennen können.',
      'not-kept':
        'Überzeugen Sie sich selbst: Beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird. Loyalty Lens selbst konnte nicht auf diesem Gerät gespeichert werden. Teile davon, die Sie noch nicht geöffnet haben, kommen daher weiterhin über das Netz.',
    },
  };
  return { qualityText };
}
