import type { AtRiskOrder } from '../../contract/answers.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { helpers } from './helpers.ts';

/** In German. */
export function churn(format: Format): Pick<Messages, 'histogramText' | 'churnText'> {
  const { integer, plural } = format;
  const { cards } = helpers(format);
  /** In which order the list is. */
  const orders: Record<AtRiskOrder, string> = {
    '-days_inactive': 'am längsten inaktive zuerst',
    days_inactive: 'am kürzesten inaktive zuerst',
    '-avg_interval_days': 'längster üblicher Abstand zuerst',
    avg_interval_days: 'kürzester üblicher Abstand zuerst',
    '-points_balance': 'höchster Punktestand zuerst',
    points_balance: 'niedrigster Punktestand zuerst',
    card_number: 'niedrigste Kartennummer zuerst',
    '-card_number': 'höchste Kartennummer zuerst',
    customer_name: 'Namen von A bis Z',
    '-customer_name': 'Namen von Z bis A',
  };

  /** Words of churn, its histogram and lists. */
  const histogramText: Messages['histogramText'] = {
    cards: 'Karten',
    share: 'Anteil der geprüften Karten',
    between: (from, to) => `Inaktiv: ${from} bis ${to}\u00a0× üblicher Abstand`,
    beyond: (from) => `Inaktiv: mehr als ${from}\u00a0× üblicher Abstand`,
    atRisk: 'Gelten als gefährdet.',
    notAtRisk: 'Gelten nicht als gefährdet.',
    more: 'mehr',
    times: (n) => `${n}×`,
    threshold: (n) => `gefährdet über ${n}×`,
  };

  const churnText: Messages['churnText'] = {
    title: 'Abwanderung',
    lead: 'Welche Kunden bleiben länger aus als sonst?',
    // The number of those at risk stands before it.
    ofChecked: (atRisk, checked, share) => {
      const of = plural(checked, { one: 'von # gültigen Karte', other: 'von # gültigen Karten' });
      return `${of} ${plural(atRisk, { one: 'ist', other: 'sind' })} gefährdet (${share})`;
    },
    noneChecked: 'Keine gültige Karte mit Aktivität zu prüfen',
    noneCheckedHint: 'Wählen Sie einen späteren Stichtag.',
    noneCheckedHintMerchants: 'Wählen Sie einen späteren Stichtag oder einen anderen Händler.',
    rule: (multiplier) =>
      `Gefährdet: länger inaktiv als das ${multiplier}-Fache des Abstands, der zwischen den Besuchen dieser Karte üblich ist.`,
    fallback: 'Bei Karten mit weniger als zwei Transaktionen gelten 60\u00a0Tage als üblicher Abstand.',
    multiplier: 'Gefährdet über',
    times: (n) => `${n}\u00a0× üblicher Abstand`,
    limit: 'Liste',
    limitOption: (n) => plural(n, { one: 'Nur die erste', other: 'Erste #' }),
    all: 'Alle',
    spreadTitle: 'Zeit seit dem letzten Besuch',
    spreadSubtitle: 'Karten nach der Zeit seit ihrer letzten Aktivität, in Vielfachen ihres üblichen Abstands.',
    spreadLabel: (atRisk, total, multiplier) =>
      `Histogramm: Karten nach der Zeit seit ihrer letzten Aktivität, in Vielfachen ihres üblichen Abstands; über der Schwelle von ${multiplier}: ${integer(atRisk)} von ${integer(total)}.`,
    from: 'Über',
    to: 'Bis',
    cards: 'Karten',
    share: 'Anteil',
    listTitle: 'Gefährdete Karten',
    /** What is listed of the cards at risk, in which order; `found`: of those that a search finds. */
    listed: (shown, of, order, found) => {
      if (of === 0) return found ? 'Keine Karte gefunden.' : 'Keine gefährdete Karte.';
      if (of === 1) return plural(of, found ? { other: '# Karte gefunden.' } : { other: '# gefährdete Karte.' });
      const all = plural(of, found ? { other: '# gefundenen Karten' } : { other: '# gefährdeten Karten' });
      return shown === of ? `Alle ${all}, ${orders[order]}.` : `${integer(shown)} von ${all}, ${orders[order]}.`;
    },
    searchLabel: 'Karte oder Namen suchen',
    card: 'Karte',
    customer: 'Name',
    daysInactive: 'Tage inaktiv',
    usualInterval: 'Üblicher Abstand (Tage)',
    // Broken where a phone has no room for it.
    balance: 'Punkte\u00adstand',
    noNumber: (id) => `Ohne Nummer (ID ${id})`,
    found: (n, of) =>
      of === 1
        ? `${integer(n)} von ${cards(of)} gefunden`
        : `${integer(n)} von ${plural(of, { other: '# gefährdeten Karten' })} gefunden`,
    timesShort: (n) => `${n}×`,
    somebody: (pseudonym) => `Kunde ${pseudonym}`,
    noName: 'Ohne Namen',
    /** An interval that no gap between visits stands behind is no habit. */
    basis: { 'same-day': 'nur ein Tag', 'one-transaction': 'ein Besuch', 'no-transaction': 'kein Besuch' },
    lessThanADay: 'unter 1',
    empty: 'Bei dieser Schwelle ist keine Karte gefährdet',
    emptyHint: 'Senken Sie die Schwelle, um Karten zu sehen, die noch nicht so lange inaktiv sind.',
    legendRisk: 'Gefährdet',
    legendFine: 'Bis zur Schwelle',
  };
  return { histogramText, churnText };
}
