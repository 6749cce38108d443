import type { Exact } from '../../contract/exact.ts';
import type { Insight, InsightStore, Share } from '../../domain/insights/index.ts';
import type { Format } from '../format.ts';
import { storeName } from '../store-name.ts';
import { calendar } from './calendar.ts';
import { helpers } from './helpers.ts';
import { store } from './store.ts';

/** In English. */
export function insights(format: Format) {
  const { calendarName } = calendar();
  const storeWords = store(format);
  const nameOf = ({ id, name }: InsightStore) => storeName(id, name, storeWords);
  const { count } = helpers(format);
  /** `1 card was`, `2 cards were` */
  const cardsWere = (n: number) => format.plural(n, { one: '# card was', other: '# cards were' });
  /** `1 was`, `2 were` */
  const were = (n: number) => format.plural(n, { one: '# was', other: '# were' });
  /** More digits than a number holds are never one. */
  const points = (n: Exact) => (typeof n === 'number' ? count(n, 'point') : `${format.integer(n)} points`);
  /** Fewer is a share of what there was: all of it only where nothing is left. */
  const moreOrFewer = ({ current, previous }: { current: number; previous: number }) =>
    current >= previous
      ? `${format.percent((100 * (current - previous)) / previous)} more`
      : `${format.share(previous - current, previous)} fewer`;
  const upOrDown = (change: number) =>
    Math.abs(change) < 0.5 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${format.percent(Math.abs(change))}`;

  /** An insight in words: what it is in one sentence, and what it rests on in another. */
  function insightText(insight: Insight): { lead: string; detail: string } {
    switch (insight.kind) {
      case 'store-losing':
      case 'store-gaining':
        return {
          lead: `${nameOf(insight.store)} ${insight.kind === 'store-losing' ? 'is losing' : 'is gaining'} customers: ${moreOrFewer(insight)} active cards than three months before.`,
          detail: `${cardsWere(insight.current)} used there in the last 91 days, ${format.integer(insight.previous)} in the 91 days before. All ${count(insight.stores, 'store')}, added up, are ${upOrDown(insight.all)}.`,
        };
      case 'active-cards':
        return {
          lead: `${moreOrFewer(insight)} cards were active than in the 30 days before.`,
          detail: `${format.integer(insight.current)} in the last 30 days, ${format.integer(insight.previous)} in the 30 days before.`,
        };
      case 'new-cards':
        return {
          lead: `${moreOrFewer(insight)} new cards than in the 30 days before.`,
          detail: `${were(insight.current)} enrolled in the last 30 days, ${format.integer(insight.previous)} in the 30 days before.`,
        };
      case 'second-visit': {
        const share = format.share(insight.returned, insight.enrolled);
        const counted = `Of ${count(insight.enrolled, 'card')} enrolled 60 to 150 days ago, ${were(insight.returned)} used again on a later day.`;
        if (insight.before === null) {
          return {
            lead: `${format.share(insight.enrolled - insight.returned, insight.enrolled)} of new cards did not come back within 60 days.`,
            detail: counted,
          };
        }
        const better = insight.share > insight.before;
        return {
          lead: `New members come back ${better ? 'more' : 'less'} often: ${share} within 60 days, ${better ? 'up' : 'down'} from ${format.percent(insight.before)}.`,
          detail: `${counted} The earlier share is of those enrolled in the 90 days before.`,
        };
      }
      case 'at-risk': {
        const held = insight.points === null ? '' : ` They hold ${points(insight.points)}`;
        const top =
          insight.top === null || insight.points === null
            ? ''
            : `, ${format.share(insight.top.points, insight.points)} of them on ${count(insight.top.cards, 'card')}`;
        return {
          lead: `${format.integer(insight.count)} of ${count(insight.checked, 'card')} ${format.plural(insight.count, { one: 'has', other: 'have' })} been away for unusually long.`,
          detail: `That is ${format.share(insight.count, insight.checked)}, each by the measure of its own usual interval.${held}${top}${held && '.'}`,
        };
      }
      case 'enrolment-peak': {
        const { later } = insight;
        const shareOf = ({ active, enrolled }: Share): string => format.share(active, enrolled);
        const against = later && `against ${shareOf(later.lowest)} to ${shareOf(later.highest)} in other months`;
        return {
          lead: `${format.month(insight.month)} brought ${format.decimal(insight.times, 1)} times as many new cards as a usual month.`,
          detail: `${were(insight.cards)} enrolled.${later ? ` ${shareOf(later.own)} of them were active in days 61 to 90, ${against}.` : ''}`,
        };
      }
      case 'points-outstanding':
        return {
          lead: `Members hold ${format.compact(insight.points)} points they have not spent.`,
          detail: `At the pace of the last 30 days, members earn that many in ${count(Math.round(insight.days), 'day')}.`,
        };
      case 'weekday':
        return {
          lead: `${format.weekday(insight.busiest)} is the busiest day, with ${format.share(insight.onBusiest, insight.total)} of transactions.`,
          detail: `${format.decimal(insight.times, 1)} times as many as on ${format.weekday(insight.quietest)}, the quietest day, ${format.period(insight.period.first, insight.period.last)} (${calendarName(insight.calendar)}).`,
        };
      case 'store-share':
        return {
          lead: `${nameOf(insight.store)} makes ${format.share(insight.transactions, insight.total)} of the purchases.`,
          detail: `The largest of ${count(insight.stores, 'store')}, ${format.period(insight.period.first, insight.period.last)}.`,
        };
      case 'best-month':
        return {
          lead: `${format.month(insight.month)} was the strongest of the last ${count(insight.months, 'whole month')}.`,
          detail: `${count(insight.transactions, 'purchase')}, ${format.percent(insight.above)} above their mean.`,
        };
    }
  }
  return { insightText };
}
