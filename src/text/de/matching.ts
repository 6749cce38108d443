import type { LeftOut } from '../../contract/left-out.ts';
import type { FileKind } from '../../contract/files.ts';
import type { TextDialect, WantedColumn } from '../../contract/matching.ts';
import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { named } from '../shown.ts';
import { helpers } from './helpers.ts';
import { leftOutReasons } from './reasons.ts';
import { namesByReason } from '../left-out.ts';

type FieldWords = ReturnType<LaterMessages['matchingText']['field']>;

/** In German. */
export function matching(format: Format): Pick<LaterMessages, 'matchingText'> {
  const { date, dayAndMonth, integer, money, plural } = format;
  const { columns: columnCount, files: fileCount, rows: rowCount, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));
  const merchant: FieldWords = { label: 'Händler', hint: 'Zu wem die Zeile gehört, falls der Export mehrere enthält' };

  const fields: Record<FileKind, Record<string, FieldWords>> = {
    cards: {
      id: { label: 'Karten-ID', hint: 'So heißt die Karte in den Transaktionen' },
      merchant_id: merchant,
      created_at: {
        label: 'Angemeldet',
        hint: 'Seit wann der Kunde dabei ist',
        without: 'Nicht in der Datei: angemeldet mit der ersten Transaktion',
      },
      last_activity_at: {
        label: 'Letzte Aktivität',
        hint: 'Wann die Karte zuletzt genutzt wurde; darf leer sein',
        without: 'Nicht in der Datei: die letzte Transaktion',
      },
      is_active: {
        label: 'Gültig',
        hint: 'Ja oder nein (gesperrt, deaktiviert); gesperrte Karten fehlen in der Abwanderung',
        without: 'Nicht in der Datei: jede Karte gilt als offen',
      },
      points_balance: {
        label: 'Punktestand',
        hint: 'Punkte oder Stempel auf der Karte',
        without: 'Nicht in der Datei: Punktestände sind unbekannt',
      },
      card_number: {
        label: 'Kartennummer',
        hint: 'Wie auf der Karte gedruckt; darf leer sein',
        without: 'Nicht in der Datei: die ID der Karte',
      },
      customer_name: { label: 'Kundenname', hint: 'Steht in Listen; kann wegbleiben' },
    },
    transactions: {
      id: { label: 'Transaktions-ID', hint: 'Erkennt Zeilen wieder, die in zwei Dateien stehen' },
      card_id: { label: 'Karten-ID', hint: 'Welche Karte genutzt wurde' },
      merchant_id: merchant,
      transaction_at: { label: 'Zeitpunkt', hint: 'Wann es war' },
      transaction_type: {
        label: 'Art',
        hint: 'Etwa points_earned, points_redeemed',
        without: 'Nicht in der Datei: nach dem Vorzeichen von Punkten oder Betrag, sonst ist jede Zeile ein Besuch',
      },
      points_delta: {
        label: 'Punkte',
        hint: 'Gutgeschrieben, mit Minus abgezogen',
        without: 'Nicht in der Datei: Punkte sind unbekannt',
      },
      store_id: {
        label: 'Filial-ID',
        hint: 'Wo es war; darf leer sein',
        without: 'Nicht in der Datei: eine einzige Filiale',
      },
      purchase_amount_cents: {
        label: 'Einkaufsbetrag',
        hint: 'Was bezahlt wurde; ergibt den Umsatz',
        without: 'Nicht in der Datei: kein Umsatz in Geld',
      },
      customer_name: {
        label: 'Name',
        hint: 'Wird in der Liste der Gefährdeten gezeigt',
        without: 'Nicht in der Datei: Karten erscheinen mit ihrer Nummer',
      },
      order_reference: {
        label: 'Belegnummer',
        hint: 'Von Bon oder Bestellung: Zeilen mit gleicher Nummer sind Posten eines Einkaufs',
        without: 'Nicht verwendet: jede Zeile ist ein eigener Einkauf',
      },
      currency: { label: 'Währung', hint: 'Worin der Betrag angegeben ist, etwa EUR' },
    },
    stores: {
      id: { label: 'Filial-ID', hint: 'So heißt die Filiale in den Transaktionen' },
      merchant_id: merchant,
      name: { label: 'Filialname', hint: 'Steht beim Umsatz je Filiale' },
    },
    orders: {
      reference: { label: 'Bestellnummer', hint: 'Die des Bons oder der Bestellung' },
      placed_at: { label: 'Zeitpunkt', hint: 'Wann bestellt wurde' },
      total_cents: { label: 'Summe', hint: 'Was bezahlt wurde, in der Währung des Exports' },
      store_id: { label: 'Filiale', hint: 'Wo bestellt wurde' },
      merchant_id: merchant,
      card_id: { label: 'Karten-ID', hint: 'Die Karte des Mitglieds; leer bei allen anderen' },
      currency: { label: 'Währung', hint: 'Worin die Summe angegeben ist, etwa EUR' },
    },
  };

  const looks: Record<WantedColumn['want'], string> = {
    id: 'eine ID',
    text: 'ein Text',
    integer: 'eine ganze Zahl',
    instant: 'ein Datum',
    boolean: 'Ja oder Nein',
  };

  const orders: Record<TextDialect['dates'], string> = {
    'day-first': 'Tag zuerst',
    'month-first': 'Monat zuerst',
    'year-first': 'Jahr zuerst',
    iso: 'Jahr zuerst',
  };

  /** The service's types of transactions. */
  const types = new Map([
    ['points_earned', 'Punkte gesammelt'],
    ['stamp_earned', 'Stempel gesammelt'],
    ['points_redeemed', 'Punkte eingelöst'],
    ['stamp_redeemed', 'Stempel eingelöst'],
    ['points_voided', 'Punkte storniert'],
    ['stamp_voided', 'Stempel storniert'],
    ['points_adjustment', 'Punkte korrigiert'],
    ['points_expired', 'Punkte verfallen'],
    ['welcome_bonus', 'Willkommensbonus'],
    ['card_created', 'Karte angemeldet'],
    ['card_deactivated', 'Karte deaktiviert'],
    ['purchase', 'Einkauf'],
    ['refund', 'Erstattung'],
  ]);

  /** Words of the screen on which a person says which column is which. */
  const matchingText: LaterMessages['matchingText'] = {
    title: 'Spalten zuordnen',
    lead: (name) =>
      `${name}: Welche Spalte enthält was? Was Loyalty Lens nur vermutet, ist markiert. Bitte prüfen Sie es.`,
    remember:
      'Ihre Auswahl wird auf diesem Gerät für Dateien mit denselben Spalten gespeichert: nur Spaltennamen sowie Wörter für Transaktionsarten und für aktive Karten, keine anderen Daten.',
    file: (names) =>
      names.length === 1
        ? named(names[0]!)
        : `${named(names[0]!)} und ${plural(names.length - 1, { other: '# weitere dieser Art' })}`,
    allFiles: (files) => `Alle ${fileCount(files)}`,
    rows: (rows) => rowCount(rows),
    kind: 'Diese Datei enthält',
    kindOfMany: 'Diese Dateien enthalten',
    kinds: {
      cards: { label: 'Karten', hint: 'Eine Zeile je Kundenkarte' },
      transactions: { label: 'Transaktionen', hint: 'Eine Zeile je Transaktion' },
      stores: { label: 'Filialen', hint: 'Die Namen der Filialen' },
      orders: { label: 'Bestellungen', hint: 'Eine Zeile je Bestellung der Kasse, von Mitgliedern und allen anderen' },
    },
    leaveOut: { label: 'Weglassen', hint: 'Etwas anderes, soll nicht geladen werden' },
    state: {
      certain: 'Erkannt',
      remembered: 'Wie letztes Mal',
      matched: 'Zugeordnet',
      check: 'Bitte prüfen',
      missing: (n) => plural(n, { one: '# Spalte fehlt', other: '# Spalten fehlen' }),
      encoding: 'Buchstaben zu klären',
      dates: 'Datum zu klären',
      numbers: 'Zahlen zu klären',
      amounts: 'Beträge zu klären',
      signs: 'Beträge zu klären',
      types: 'Arten zu klären',
      states: 'Kartenstatus zu klären',
      contradicted: 'Abweichend: bitte prüfen',
      leftOut: 'Weggelassen',
    },
    field: (kind, name) => fields[kind][name] ?? fields.cards[name] ?? { label: name, hint: '' },
    isLeftOut: (file) => `${file}: weggelassen`,
    needed: 'Erforderlich',
    optional: 'Außerdem verwendet',
    notInFile: 'Nicht in der Datei',
    choose: 'Spalte wählen',
    guess: 'Vermutet',
    guessHint: 'Nach Namen und Werten vermutet',
    unlike: (value, want) => `„${value}“ sieht nicht aus wie ${looks[want]}`,
    twice: (label) => `Auch für „${label}“ gewählt`,
    dates: 'Datum',
    orders,
    datesQuestion: (column) => `In welcher Reihenfolge steht das Datum in „${named(column)}“?`,
    datesReading: (value, reading) => `${value} ist der ${reading}`,
    datesUnread: (value) => `${value} ist dann kein Datum`,
    day: (instant) => dayAndMonth(instant),
    otherFormat: 'Datum anders geschrieben',
    format: 'Format des Datums',
    formatHint: 'Etwa TT.MM.JJJJ HH:mm, TTMMJJJJ, T MMM JJ',
    formatToken: (format) =>
      format.replaceAll(/[tj]+/gi, (letters) => (/t/i.test(letters) ? 'D' : 'Y').repeat(letters.length)),
    formatUnknown: 'Nicht verstanden: Jahr (JJJJ oder JJ), Monat (MM oder MMM) und Tag (TT) sind nötig',
    decimal: 'Zahlen',
    decimals: { '.': '1,234.5', ',': '1.234,5' },
    numbersQuestion: (column) => `Wie sind die Zahlen in „${named(column)}“ geschrieben?`,
    numbersReading: (value, reading) => `${value} ist ${reading}`,
    numbersUnread: (value) => `${value} ist dann keine Zahl`,
    decimalPoint: 'Dezimalpunkt',
    decimalComma: 'Dezimalkomma',
    amounts: 'Einkaufsbeträge',
    amountsIn: { units: 'In ganzen Einheiten', cents: 'In Cent' },
    amountEither: (value, units, cents) => `„${value}“ kann ${units} oder ${cents} sein`,
    amountRead: (value, read) => `„${value}“ wird als ${read} gelesen`,
    amountUnread: (value) => `„${value}“ ist so nicht lesbar: Solche Zeilen würden aussortiert`,
    ids: 'IDs der Karten',
    signs: 'Negative Beträge',
    signsAre: { turned: 'Einkäufe', written: 'Erstattungen' },
    signsNote: {
      turned: 'Negative Beträge zählen als Einkäufe in dieser Höhe.',
      written: 'Zurückgezahltes Geld: Umsatz ist es nicht.',
      asked:
        'Alle Beträge der ersten Zeilen sind negativ, wie in einer Buchhaltung, die Verkäufe im Haben führt. Sind es Einkäufe?',
    },
    idsAre: { alike: 'Sinngemäß', written: 'Wie geschrieben' },
    idsNote: {
      alike:
        'Führende Nullen, Anführungszeichen, Leerzeichen sowie Groß- und Kleinschreibung zählen nicht: So passen die IDs der Dateien zusammen.',
      written: 'Wie geschrieben finden wenige Transaktionen ihre Karte.',
    },
    states: 'Welche Karten aktiv sind',
    statesLead:
      'Was diese Wörter der Datei über eine Karte sagen. Geschlossene Karten stehen in keiner Liste gefährdeter Karten.',
    stateOf: (word) => `Eine Karte mit „${word}“ ist`,
    chooseState: 'Bedeutung wählen',
    cardState: {
      active: { label: 'Aktiv' },
      closed: { label: 'Geschlossen' },
      unknown: { label: 'Unbekannt', hint: 'Zählt als aktiv' },
    },
    types: 'Transaktionsarten',
    typesLead: 'Wofür diese Wörter der Datei stehen. Zum Umsatz zählen nur Einkäufe und wofür es Punkte gibt.',
    typeOf: (word) => `„${word}“ steht für`,
    typeName: (type) => types.get(type) ?? type,
    typeAsItIs: { label: 'Etwas anderes', hint: 'Zählt als Aktivität' },
    unreadable: 'Nicht lesbar',
    leaveFileOut: 'Weglassen',
    leaveFileOutLabel: (file) => `${named(file)} weglassen`,
    takeIn: 'Wieder aufnehmen',
    takeInLabel: (file) => `${named(file)} wieder aufnehmen`,
    hiddenSheet: 'Ausgeblendetes Blatt; bleibt weg, wenn Sie nicht sagen, was es ist',
    leftOut: (files) => `Weggelassen: ${why(files)}.`,
    preview: (name) => `Die ersten Zeilen von ${named(name)}`,
    previewRegion: (name) => `Die ersten Zeilen von ${named(name)}, verschiebbar`,
    previewNone: 'Die Datei hat keine Zeilen, die sich zeigen lassen.',
    usedColumns: (used, all) => `${integer(used)} von ${columnCount(all)} verwendet`,
    notUsed: 'nicht verwendet',
    noValue: 'kein Wert',
    load: 'Laden',
    cancel: 'Abbrechen',
    trying: 'Es wird ermittelt, was daraus wird\u00a0…',
    result: ({ rowsRead, earning, cards, revenue, earliest, latest }) => {
      const spent = revenue === null ? '' : `, ${money(revenue)}`;
      const days = earliest === null || latest === null ? '' : `, ${date(earliest)} bis ${date(latest)}`;
      const purchases = plural(earning, { one: '# Einkauf', other: '# Einkäufe' });
      const ofCards = plural(cards, { one: '# Karte', other: '# Karten' });
      return `${rowCount(rowsRead)}: ${purchases}, ${ofCards}${spent}${days}`;
    },
    ready: 'Alle erforderlichen Spalten sind da.',
    notYet: (problems) => plural(problems, { one: 'Noch # Frage offen', other: 'Noch # Fragen offen' }),
    problem: {
      encoding: (file) => `${named(file)}: angeben, welche Buchstaben richtig sind`,
      column: (file, label) => `${named(file)}: Wählen Sie die Spalte für „${label}“`,
      dates: (file, column) => `${named(file)}: Geben Sie an, wie das Datum in „${named(column)}“ geschrieben ist`,
      numbers: (file, column) => `${named(file)}: Geben Sie an, wie die Zahlen in „${named(column)}“ geschrieben sind`,
      signs: (file, column) =>
        `${named(file)}: Geben Sie an, ob die Beträge in „${named(column)}“, alle negativ, Einkäufe sind`,
      amounts: (file, column) =>
        `${named(file)}: Geben Sie an, ob „${named(column)}“ in Cent oder in ganzen Einheiten angegeben ist`,
      states: (file, column) =>
        `${named(file)}: Geben Sie an, welche Wörter in „${named(column)}“ eine aktive Karte bedeuten`,
      types: (file, column) => `${named(file)}: Geben Sie an, welche Wörter in „${named(column)}“ für Einkäufe stehen`,
      unreadable: (file) =>
        `${named(file)} ist nicht lesbar: Lassen Sie die Datei weg oder öffnen Sie den Export erneut ohne den Fehler`,
      absent: {
        cards: 'Keine Datei enthält die Karten: Wählen Sie, welche es ist, oder öffnen Sie sie zusammen mit diesen',
        transactions:
          'Keine Datei enthält die Transaktionen: Wählen Sie, welche es ist, oder öffnen Sie sie zusammen mit diesen',
        stores: 'Keine Datei enthält die Filialen',
        orders: 'Keine Datei enthält die Bestellungen',
      },
    },
  };
  return { matchingText };
}
