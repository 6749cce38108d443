import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { helpers } from './helpers.ts';

/** In German. */
export function overview(format: Format): Pick<Messages, 'overviewText'> {
  const { integer, plural } = format;
  const { cards, stores: storeCount } = helpers(format);
  /** Words of the overview, its figures, charts and tables. Dates arrive as the reader writes them. */
  const overviewText: Messages['overviewText'] = {
    title: 'Übersicht',
    titleOn: (date) => `Übersicht zum ${date}`,
    figures: 'Kennzahlen',
    insights: 'Gut zu wissen',
    open: 'Genauer ansehen',
    activeCards: 'Aktive Karten',
    newCards: 'Neue Karten',
    // Broken where a column of a phone has no room for it; so below.
    transactions: 'Trans\u00adaktionen',
    pointsEarned: 'Gesammelte Punkte',
    revenue: 'Umsatz',
    outstanding: 'Offene Punkte',
    outstandingHint: 'auf gültigen Karten',
    secondVisit: 'Binnen 60\u00a0Tagen wieder da',
    secondVisitHint: (n) => `von ${cards(n)}, neu vor 60–150\u00a0Tagen`,
    last30: 'letzte 30\u00a0Tage',
    last30Compared: 'letzte 30\u00a0Tage gegenüber 30 davor',
    change: {
      same: 'Unverändert',
      points: (n) => plural(n, { one: '#\u00a0%-Punkt', other: '#\u00a0%-Punkte' }),
    },
    cards: 'Karten',
    month: 'Monat',
    months: {
      active: {
        title: 'Aktive Karten je Monat',
        column: 'Aktive Karten',
        label: (first, last) => `Liniendiagramm: Karten mit einer Transaktion je Monat, von ${first} bis ${last}.`,
      },
      enrolled: {
        title: 'Neue Karten je Monat',
        column: 'Neue Karten',
        label: (first, last) => `Säulendiagramm: angemeldete Karten je Monat, von ${first} bis ${last}.`,
      },
    },
    dashed: 'Gestrichelt: Der letzte Monat ist noch nicht zu Ende.',
    weekdayTitle: 'Stärkste Wochentage',
    weekdaySubtitle: (calendar, period) => `Anteil der Transaktionen je Wochentag (${calendar}), ${period}.`,
    weekdayLabel: (day) => `Säulendiagramm: Transaktionen je Wochentag; am ${day} sind es die meisten.`,
    weekday: 'Tag',
    share: 'Anteil',
    storesTitle: 'Filialen mit Zuwachs und Rückgang',
    storesSubtitle: 'Veränderung der aktiven Karten, letzte 91\u00a0Tage gegenüber den 91\u00a0Tagen davor.',
    storesLabel: (stores) => `Balkendiagramm: Veränderung der aktiven Karten in ${storeCount(stores)}.`,
    storesMost: (n, of) =>
      `Gezeigt sind die ${integer(n)} von ${storeCount(of)} mit der größten Veränderung; die Tabelle enthält alle.`,
    storesSmall: (n, least) =>
      `${storeCount(n)} mit zuvor weniger als ${plural(least, { one: '# aktiven Karte', other: '# aktiven Karten' })}: nur in der Tabelle.`,
    store: 'Filiale',
    last91: 'Letzte 91\u00a0Tage',
    before91: '91\u00a0Tage davor',
    storeChange: 'Ver\u00adänderung',
    empty: 'Für diesen Händler ist bis zu diesem Tag nichts erfasst',
    emptyHint: 'Wählen Sie einen späteren Stichtag.',
    emptyHintMerchants: 'Wählen Sie einen späteren Stichtag oder einen anderen Händler.',
    /** Of a report for a day after the end of the data. */
    unknown: (end, asOf) => ({
      lead: `Über die Tage vor dem ${asOf} ist nichts bekannt.`,
      detail: `Der Export endet am ${end}.`,
    }),
    afterEnd: (end) => `nach dem ${end} unbekannt`,
    calm: (active, all) => ({
      lead: `In den letzten 30\u00a0Tagen aktiv: ${integer(active)} von ${cards(all)}.`,
      detail: 'Sonst fällt bei Zahlen dieser Größe nichts auf.',
    }),
  };
  return { overviewText };
}
