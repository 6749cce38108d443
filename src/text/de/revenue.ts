import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { helpers } from './helpers.ts';

/** In German. */
export function revenue(format: Format): Pick<Messages, 'revenueText'> {
  const { integer } = format;
  const { stores: storeCount } = helpers(format);
  /** Words of revenue, its charts and tables. */
  const revenueText: Messages['revenueText'] = {
    title: 'Umsatz',
    lead: 'Einkäufe, für die es Punkte oder Stempel gab: wann und wo.',
    leadWithoutPoints: 'Einkäufe: wann und wo.',
    monthlyHeading: (metric) => `${metric} je Monat`,
    storesHeading: (metric) => `${metric} je Filiale`,
    metric: {
      transactions: 'Transaktionen',
      points: 'Gesammelte Punkte',
      customers: 'Verschiedene Kunden',
      revenue: 'Umsatz',
    },
    estimated: 'Geschätzter Umsatz',
    /** For the switch, which has to fit a phone. */
    metricShort: {
      transactions: 'Transaktionen',
      points: 'Punkte',
      customers: 'Kunden',
      revenue: 'Umsatz',
    },
    show: 'Kennzahl',
    share: 'Anteil',
    noStore: 'Ohne Filiale',
    monthlyTitle: 'Je Monat',
    monthlySubtitle: (calendar) => `Je Kalendermonat (${calendar}).`,
    monthlyLabel: (metric, first, last) => `Säulendiagramm: ${metric} je Monat, von ${first} bis ${last}.`,
    storesTitle: 'Je Filiale',
    storesSubtitle: 'Wo eingekauft wurde, im ganzen Zeitraum.',
    storesLabel: (metric, stores) =>
      stores === 1
        ? `Balkendiagramm: ${metric} je Filiale; es gibt nur eine.`
        : `Balkendiagramm: ${metric} je Filiale, die größte von ${integer(stores)} zuerst.`,
    storesMore: (drawn, all) =>
      `Gezeigt sind die ${integer(drawn)} größten von ${storeCount(all)}; die Tabelle enthält alle.`,
    storesCustomers:
      'Wer mehrere Filialen besucht, wäre mehrfach gezählt. Verschiedene Kunden gibt es deshalb nur je Monat; hier stehen die Transaktionen.',
    month: 'Monat',
    store: 'Filiale',
    rateLabel: 'Punkte je Währungseinheit',
    rateHint:
      'Der Export enthält keine Einkaufsbeträge. Geben Sie an, wie viele Punkte Sie je Währungseinheit vergeben, etwa je Euro, dann lässt sich der Umsatz schätzen.',
    rateSet: 'Umsatz schätzen',
    rateClear: 'Entfernen',
    empty: 'In diesem Zeitraum gab es für keinen Einkauf Punkte oder Stempel',
    emptyHint: 'Wählen Sie einen längeren Rückblick oder einen späteren Stichtag.',
  };
  return { revenueText };
}
