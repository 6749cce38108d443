import type { Insight, InsightStore, Share } from '../../domain/insights/index.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { storeName } from '../store-name.ts';
import { calendar } from './calendar.ts';
import { helpers } from './helpers.ts';
import { store } from './store.ts';

/** In German. */
export function insights(format: Format): Pick<Messages, 'insightText'> {
  const { calendarName } = calendar();
  const storeWords = store(format);
  const nameOf = ({ id, name }: InsightStore) => storeName(id, name, storeWords);
  const { cards, stores } = helpers(format);
  const { integer, percent, plural, share } = format;
  /** Fewer is a share of what there was: all of it only where nothing is left. */
  const moreOrFewer = ({ current, previous }: { current: number; previous: number }) =>
    current >= previous
      ? `${percent((100 * (current - previous)) / previous)} mehr`
      : `${share(previous - current, previous)} weniger`;
  const ofAllStores = (count: number, change: number) => {
    if (Math.abs(change) < 0.5) return `Alle ${stores(count)} zusammen sind unverändert.`;
    return change > 0
      ? `Alle ${stores(count)} zusammen liegen ${percent(change)} im Plus.`
      : `Alle ${stores(count)} zusammen liegen ${percent(-change)} im Minus.`;
  };

  /** An insight in words: what it is in one sentence, and what it rests on in another. */
  function insightText(insight: Insight): { lead: string; detail: string } {
    switch (insight.kind) {
      case 'store-losing':
      case 'store-gaining': {
        const change = `${moreOrFewer(insight)} aktive Karten als drei Monate zuvor`;
        const used = plural(insight.current, { one: '# Karte wurde', other: '# Karten wurden' });
        return {
          lead:
            insight.kind === 'store-losing'
              ? `${nameOf(insight.store)} verliert Kunden: ${change}.`
              : `${nameOf(insight.store)} gewinnt Kunden: ${change}.`,
          detail: `${used} dort in den letzten 91\u00a0Tagen genutzt, ${integer(insight.previous)} in den 91\u00a0Tagen davor. ${ofAllStores(insight.stores, insight.all)}`,
        };
      }
      case 'active-cards':
        return {
          lead: `In den letzten 30\u00a0Tagen waren ${moreOrFewer(insight)} Karten aktiv als in den 30\u00a0Tagen davor.`,
          detail: `${integer(insight.current)} in den letzten 30\u00a0Tagen, ${integer(insight.previous)} in den 30\u00a0Tagen davor.`,
        };
      case 'new-cards':
        return {
          lead: `In den letzten 30\u00a0Tagen kamen ${moreOrFewer(insight)} neue Karten hinzu als in den 30\u00a0Tagen davor.`,
          detail: `${integer(insight.current)} neue in den letzten 30\u00a0Tagen, ${integer(insight.previous)} in den 30\u00a0Tagen davor.`,
        };
      case 'second-visit': {
        const returned = plural(insight.returned, { one: 'wurde #', other: 'wurden #' });
        const counted = `Von ${cards(insight.enrolled)}, die vor 60 bis 150\u00a0Tagen angemeldet wurden, ${returned} an einem späteren Tag wieder genutzt.`;
        if (insight.before === null) {
          return {
            lead: `${share(insight.enrolled - insight.returned, insight.enrolled)} der neuen Karten kamen innerhalb von 60\u00a0Tagen nicht wieder.`,
            detail: counted,
          };
        }
        const change = `${share(insight.returned, insight.enrolled)} innerhalb von 60\u00a0Tagen, zuvor ${percent(insight.before)}`;
        return {
          lead:
            insight.share > insight.before
              ? `Neue Kunden kommen häufiger wieder: ${change}.`
              : `Neue Kunden kommen seltener wieder: ${change}.`,
          detail: `${counted} Der frühere Wert gilt für die Karten aus den 90\u00a0Tagen davor.`,
        };
      }
      case 'at-risk': {
        const { points, top } = insight;
        const held = points === 1 ? ' Darauf liegt 1 Punkt' : ` Darauf liegen ${integer(points ?? 0)} Punkte`;
        const onTop =
          top === null || points === null ? '' : `, davon ${share(top.points, points)} auf ${cards(top.cards)}`;
        return {
          lead: `${integer(insight.count)} von ${cards(insight.checked)} sind ungewöhnlich lange inaktiv.`,
          detail: `Das sind ${share(insight.count, insight.checked)}, gemessen am eigenen üblichen Abstand jeder Karte.${points === null ? '' : `${held}${onTop}.`}`,
        };
      }
      case 'enrolment-peak': {
        const { later } = insight;
        const shareOf = ({ active, enrolled }: Share): string => share(active, enrolled);
        const enrolled = plural(insight.cards, { one: '# Karte wurde', other: '# Karten wurden' });
        return {
          lead: `Im ${format.month(insight.month)} kamen ${format.decimal(insight.times, 1)}-mal so viele neue Karten hinzu wie in einem üblichen Monat.`,
          detail: later
            ? `${enrolled} angemeldet. An den Tagen 61 bis 90 waren davon noch ${shareOf(later.own)} aktiv, in anderen Monaten ${shareOf(later.lowest)} bis ${shareOf(later.highest)}.`
            : `${enrolled} angemeldet.`,
        };
      }
      case 'points-outstanding':
        return {
          lead: `Ihre Kunden haben ${format.compact(insight.points)} Punkte noch nicht eingelöst.`,
          detail: `Im Tempo der letzten 30\u00a0Tage sammeln sie so viele in ${plural(Math.round(insight.days), { one: '#\u00a0Tag', other: '#\u00a0Tagen' })}.`,
        };
      case 'weekday':
        return {
          lead: `Am ${format.weekday(insight.busiest)} ist am meisten los: ${share(insight.onBusiest, insight.total)} der Transaktionen.`,
          detail: `${format.decimal(insight.times, 1)}-mal so viele wie am ${format.weekday(insight.quietest)}, dem ruhigsten Tag, ${format.period(insight.period.first, insight.period.last)} (${calendarName(insight.calendar)}).`,
        };
      case 'store-share':
        return {
          lead: `Auf ${nameOf(insight.store)} entfallen ${share(insight.transactions, insight.total)} der Einkäufe.`,
          detail: `Die größte von ${stores(insight.stores)}, ${format.period(insight.period.first, insight.period.last)}.`,
        };
      case 'best-month':
        return {
          lead: `Der ${format.month(insight.month)} war der stärkste der letzten ${plural(insight.months, { other: '# ganzen Monate' })}.`,
          detail: `${plural(insight.transactions, { one: '# Einkauf', other: '# Einkäufe' })}, ${percent(insight.above)} über dem Durchschnitt dieser Monate.`,
        };
    }
  }
  return { insightText };
}
