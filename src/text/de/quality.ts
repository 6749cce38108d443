import type { LeftOut } from '../../contract/left-out.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { named } from '../shown.ts';
import { helpers } from './helpers.ts';
import { namesByReason } from '../left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { notes } from './notes.ts';

/** In German. */
export function quality(format: Format): Pick<Messages, 'qualityText'> {
  const { date, integer, plural } = format;
  const { columns: columnCount, files: fileCount, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));

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
    noteWords: notes(format),
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
      'Karten, Transaktionen und Filialen, wie sie in die Auswertungen eingehen, dazu der Kalender, als Parquet-Dateien in einem ZIP-Archiv: für eine Datenbank oder für alle, die die Zahlen nachprüfen.',
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
    install: {
      hint: 'Diese Seite kann auch eine App auf diesem Gerät sein, mit eigenem Fenster.',
      opensFiles: 'Sie steht dann zur Auswahl, wenn Sie Parquet-, CSV- oder Excel-Dateien öffnen.',
      button: 'Als App installieren',
    },
    /** How to see it for oneself, by whether the page is kept on the device. */
    seeForYourself: {
      kept: 'Überzeugen Sie sich selbst: Trennen Sie jetzt die Netzverbindung und öffnen Sie dann einen anderen Export. Oder beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird.',
      keeping:
        'Überzeugen Sie sich selbst: Beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird. Auch Loyalty Lens selbst wird gerade auf diesem Gerät gespeichert; danach steht hier, dass Sie die Netzverbindung trennen können.',
      'not-kept':
        'Überzeugen Sie sich selbst: Beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird. Loyalty Lens selbst konnte nicht auf diesem Gerät gespeichert werden. Teile davon, die Sie noch nicht geöffnet haben, kommen daher weiterhin über das Netz.',
      'one-file':
        'Loyalty Lens steckt ganz in dieser einen Datei und holt nichts von anderswo. Überzeugen Sie sich selbst: Trennen Sie die Netzverbindung und öffnen Sie dann einen Export. Oder beobachten Sie den Reiter „Netzwerk“ der Entwicklerwerkzeuge, während eine Datei geöffnet wird.',
    },
  };
  return { qualityText };
}
