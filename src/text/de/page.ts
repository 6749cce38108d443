import type { FileKind } from '../../contract/files.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { named, unbroken } from '../shown.ts';
import { helpers } from './helpers.ts';

/** In German. */
export function page(format: Format): Pick<Messages, 'pageText'> {
  const { integer, plural } = format;
  const { cards, files: fileCount, rows: rowCount, stores: storeCounted, transactions } = helpers(format);
  const product = 'Loyalty Lens';

  const kinds: Record<FileKind, string> = {
    cards: 'Karten',
    transactions: 'Transaktionen',
    stores: 'Filialen',
    orders: 'Bestellungen',
  };

  /** Words of the page around its views; those of each view, and of errors, are in files of their own. */
  const pageText: Messages['pageText'] = {
    product,
    /** While a sample is open. */
    sampleBar: { label: 'Beispieldaten', others: 'Beispiele', openOwn: 'Eigene Dateien öffnen' },
    ownFilesGone: 'Ihre Dateien werden nicht gespeichert: Öffnen Sie sie nach dem Neuladen noch einmal.',
    description:
      'Auswertungen Ihrer Kundenkarten, die auf Ihrem Gerät bleiben: Wiederkehrquote, Abwanderung und Umsatz.',
    views: {
      overview: 'Übersicht',
      cohorts: 'Kohorten',
      churn: 'Abwanderung',
      revenue: 'Umsatz',
      data: 'Daten',
    },
    kinds,
    labelled: (label) => `${label}:`,
    dismiss: 'Schließen',
    skip: 'Zum Inhalt springen',
    home: 'Loyalty Lens, Übersicht',
    mainNavigation: 'Ansichten',
    pageTitle: (view, name) => [view, name, product].filter(Boolean).join(' · '),
    openAnother: 'Anderen Export öffnen',
    open: 'Öffnen',
    language: 'Sprache',
    footer: 'Auf diesem Gerät berechnet. Nichts wird hochgeladen.',
    pseudonymsOn: 'Pseudonyme werden gezeigt',
    footerProof: 'Überzeugen Sie sich selbst',
    reload: 'Seite neu laden',
    newVersion: {
      label: 'Neue Version',
      isHere: 'Eine neue Version von Loyalty Lens ist da. Laden Sie die Seite neu, wann es Ihnen passt.',
      loses: 'Ihre Dateien werden nicht gespeichert: Öffnen Sie sie nach dem Neuladen noch einmal.',
      reload: 'Neu laden',
      reloadNow: 'Trotzdem neu laden',
      later: 'Später',
    },
    adding: {
      title: 'Hinzufügen oder stattdessen öffnen?',
      question: (chosen, open) =>
        `${chosen} zu ${open} hinzufügen, etwa die Zeilen des nächsten Monats oder die Namen der Filialen? Oder stattdessen öffnen?`,
      add: 'Zum Geöffneten hinzufügen',
      replace: 'Stattdessen öffnen',
      cancel: 'Abbrechen',
      note: 'Zeilen, die in beiden stehen, werden an ihren IDs erkannt, wie in jedem Export aus mehreren Dateien.',
    },
    filesName: (names) =>
      names.length > 1
        ? `${named(names[0]!)} und ${plural(names.length - 1, { other: '# weitere' })}`
        : named(names[0] ?? ''),

    merchant: {
      label: 'Händler',
      fetchAgain: 'Händler erneut laden',
      name: (id, stores, storeCount) => {
        const more = storeCount - stores.length;
        return stores.length === 0
          ? `Händler ${id}`
          : `${id} · ${stores.join(', ')}${more > 0 ? ` +${integer(more)}` : ''}`;
      },
      hint: (cardCount, transactionCount) => `${cards(cardCount)}, ${transactions(transactionCount)}`,
    },

    reportDate: {
      label: 'Stichtag',
      choose: 'Stand am Ende des Tages',
      dialog: 'Stichtag und Kalender',
      explanation: (calendar) =>
        `Jede Auswertung zeigt dann den Stand am Ende dieses Tages (${calendar}): Spätere Zeilen bleiben außen vor.`,
      notFetched:
        'Die Einstellungen des Kalenders konnten nicht geladen werden. Öffnen Sie dieses Fenster noch einmal, um es erneut zu versuchen.',
      latest: (day) => `Neuester Stichtag: ${day}`,
      apply: 'Anzeigen',
    },

    welcome: {
      title: 'Wissen, wer wiederkommt und wer bald wegbleibt.',
      lead: 'Öffnen Sie den Export Ihrer Kundenkarten. Wiederkehrquote, gefährdete Kunden und Umsatz in Sekunden.',
      open: 'Kundenkarten-Export öffnen',
      drop: 'Dateien irgendwo auf dieser Seite ablegen',
      choose: 'Dateien wählen',
      chooseFolder: 'Ordner wählen',
      expected:
        'Excel-, CSV- oder Parquet-Dateien (auch als ZIP) mit Karten und Transaktionen, auf Wunsch mit Filialen. Die Dateinamen sind egal: Dateien werden an ihren Spalten erkannt oder mit Ihrer Hilfe zugeordnet.',
      samples: 'Nichts zur Hand? Sehen Sie sich ein Beispiel an',
      sampleFacts: (cardCount, transactionCount, storeCount) =>
        [cards(cardCount), transactions(transactionCount), storeCounted(storeCount)].map(unbroken).join(' · '),
      privacy:
        'Ihre Dateien bleiben auf diesem Gerät: Sie werden in diesem Browser-Tab gelesen und ausgewertet, und nichts davon wird versendet.',
      recipes: 'Wie komme ich an meinen Export?',
    },

    dropTarget: {
      title: 'Zum Öffnen ablegen',
      hint: 'Karten, Transaktionen und Filialen eines Exports oder den Ordner mit ihnen',
    },

    loading: {
      title: (name) => `Wird geöffnet: ${name}`,
      stages: {
        starting: 'Auswertung wird gestartet',
        recognising: 'Dateien werden geprüft',
        reading: 'Wird gelesen',
        finishing: 'Auswertungen werden vorbereitet',
      },
      file: (name, kind) => (kind ? `${kinds[kind]} · ${named(name)}` : named(name)),
      files: (files, kind) => (kind ? `${kinds[kind]} · ${fileCount(files)}` : fileCount(files)),
      rows: (read, total) => {
        if (total !== null) return `${integer(read)} von ${rowCount(total)}`;
        return read > 0 ? rowCount(read) : 'Wartet';
      },
      cancel: 'Abbrechen',
      keeps: 'Was jetzt geöffnet ist, bleibt, bis der neue Export vollständig geladen ist.',
    },

    /** What says in the header that not all rows are used. */
    setAside: (rows) => `${rowCount(rows)} aussortiert`,
    /** What leads to the screen of the columns; its own words are in `matching.ts`. */
    matching: {
      title: 'Spalten zuordnen',
      match: 'Spalten zuordnen',
      openWithout: (file) => `Ohne ${named(file)} öffnen`,
    },
  };
  return { pageText };
}
