import type { Exact } from '../../contract/exact.ts';
import type { Insight, InsightStore, Share } from '../../domain/insights/index.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { storeName } from '../store-name.ts';
import { calendar } from './calendar.ts';
import { helpers } from './helpers.ts';
import { store } from './store.ts';

/** In French. Months and weekdays are written small, so none begins a sentence. */
export function insights(format: Format): Pick<Messages, 'insightText'> {
  const { integer, percent, decimal } = format;
  const { calendarName } = calendar();
  const storeWords = store(format);
  const nameOf = ({ id, name }: InsightStore) => storeName(id, name, storeWords);
  const { count, points } = helpers(format);

  /** `12 % de cartes de plus`; fewer is a share of what there was: all of it only where nothing is left. */
  const moreOrFewer = ({ current, previous }: { current: number; previous: number }, what: string): string =>
    current >= previous
      ? `${percent((100 * (current - previous)) / previous)} de ${what} de plus`
      : `${format.share(previous - current, previous)} de ${what} de moins`;

  function allStores(change: number, stores: number): string {
    if (Math.abs(change) < 0.5) return `Les ${integer(stores)}\u00a0magasins réunis restent stables.`;
    return change > 0
      ? `Les ${integer(stores)}\u00a0magasins réunis progressent de ${percent(change)}.`
      : `Les ${integer(stores)}\u00a0magasins réunis reculent de ${percent(-change)}.`;
  }

  const shareOf = ({ active, enrolled }: Share): string => format.share(active, enrolled);

  /** An insight in words: what it is in one sentence, and what it rests on in another. */
  function insightText(insight: Insight): { lead: string; detail: string } {
    switch (insight.kind) {
      case 'store-losing':
      case 'store-gaining': {
        const { kind, current, previous, all, stores } = insight;
        const used = count(current, 'carte y a été utilisée', 'cartes y ont été utilisées');
        return {
          lead: `${nameOf(insight.store)} ${kind === 'store-losing' ? 'perd' : 'gagne'} des clients\u00a0: ${moreOrFewer(insight, 'cartes actives')} que trois mois plus tôt.`,
          detail: `Sur les 91\u00a0derniers jours, ${used}, contre ${integer(previous)} sur les 91\u00a0jours précédents. ${allStores(all, stores)}`,
        };
      }
      case 'active-cards':
        return {
          lead: `${moreOrFewer(insight, 'cartes actives')} que sur les 30\u00a0jours précédents.`,
          detail: `${integer(insight.current)} sur les 30\u00a0derniers jours, contre ${integer(insight.previous)} sur les 30\u00a0jours précédents.`,
        };
      case 'new-cards':
        return {
          lead: `${moreOrFewer(insight, 'nouvelles cartes')} que sur les 30\u00a0jours précédents.`,
          detail: `${count(insight.current, 'carte créée', 'cartes créées')} sur les 30\u00a0derniers jours, contre ${integer(insight.previous)} sur les 30\u00a0jours précédents.`,
        };
      case 'second-visit': {
        const { enrolled, returned, share, before } = insight;
        const used = format.plural(returned, {
          one: '# a été réutilisée un autre jour',
          other: '# ont été réutilisées un autre jour',
        });
        const counted = `Sur ${count(enrolled, 'carte créée', 'cartes créées')} il y a 60 à 150\u00a0jours, ${used}.`;
        const now = format.share(returned, enrolled);
        if (before === null) {
          return {
            lead: `${format.share(enrolled - returned, enrolled)} des nouveaux clients ne sont pas revenus sous 60\u00a0jours.`,
            detail: counted,
          };
        }
        return {
          lead:
            share > before
              ? `Les nouveaux clients reviennent plus souvent\u00a0: ${now} sous 60\u00a0jours, contre ${percent(before)} auparavant.`
              : `Les nouveaux clients reviennent moins souvent\u00a0: ${now} sous 60\u00a0jours, contre ${percent(before)} auparavant.`,
          detail: `${counted} Le taux d’avant porte sur les cartes créées dans les 90\u00a0jours précédents.`,
        };
      }
      case 'at-risk': {
        const share = `Soit ${format.share(insight.count, insight.checked)}, chaque carte selon son propre intervalle habituel.`;
        return {
          lead: `${count(insight.count, 'carte')} sur ${integer(insight.checked)} n’ont pas servi depuis bien plus longtemps que d’habitude.`,
          detail: insight.points === null ? share : `${share} ${pointsHeld(insight.points, insight.top)}`,
        };
      }
      case 'enrolment-peak': {
        const { later } = insight;
        const created = `${count(insight.cards, 'carte créée', 'cartes créées')}.`;
        return {
          lead: `En ${format.month(insight.month)}, ${decimal(insight.times, 1)}\u00a0fois plus de nouvelles cartes que d’habitude.`,
          detail: later
            ? `${created} ${shareOf(later.own)} d’entre elles étaient actives entre le 61e et le 90e\u00a0jour, contre ${shareOf(later.lowest)} à ${shareOf(later.highest)} les autres mois.`
            : created,
        };
      }
      case 'points-outstanding':
        return {
          lead: `Vos clients ont ${points(insight.points)} qu’ils n’ont pas encore utilisés.`,
          detail: `Au rythme des 30\u00a0derniers jours, il leur faut ${count(Math.round(insight.days), 'jour')} pour en gagner autant.`,
        };
      case 'weekday':
        return {
          lead: `Le ${format.weekday(insight.busiest)} est le jour le plus chargé, avec ${format.share(insight.onBusiest, insight.total)} des transactions.`,
          detail: `C’est ${decimal(insight.times, 1)}\u00a0fois plus que le ${format.weekday(insight.quietest)}, jour le plus calme. Période\u00a0: ${format.period(insight.period.first, insight.period.last)} (${calendarName(insight.calendar)}).`,
        };
      case 'store-share':
        return {
          lead: `${nameOf(insight.store)} réalise ${format.share(insight.transactions, insight.total)} des achats.`,
          detail: `C’est le premier des ${integer(insight.stores)}\u00a0magasins. Période\u00a0: ${format.period(insight.period.first, insight.period.last)}.`,
        };
      case 'best-month':
        return {
          lead: `Meilleur des ${insight.months}\u00a0derniers mois complets\u00a0: ${format.month(insight.month)}.`,
          detail: `${count(insight.transactions, 'achat')}, soit ${percent(insight.above)} de plus que la moyenne.`,
        };
    }
  }

  function pointsHeld(held: Exact, top: { cards: number; points: Exact } | null): string {
    return top === null
      ? `Elles totalisent ${points(held)}.`
      : `Elles totalisent ${points(held)}, dont ${format.share(top.points, held)} sur ${count(top.cards, 'carte')}.`;
  }
  return { insightText };
}
