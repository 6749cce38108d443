import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function bands(format: Format): Pick<Messages, 'bandText'> {
  const { plural } = format;
  const bandText: Messages['bandText'] = {
    title: 'Karten nach ihrem eigenen Rhythmus',
    subtitle: 'Tage seit dem letzten Besuch, gemessen am üblichen Abstand zwischen den Besuchen einer Karte.',
    names: {
      'within-rhythm': 'Im Rhythmus',
      slipping: 'Säumig',
      overdue: 'Überfällig',
      lost: 'Verloren',
      'single-visit': 'Nur ein Besuch',
    },
    ranges: (times, more) => ({
      'within-rhythm': 'weg bis 1×',
      slipping: `bis ${times}×`,
      overdue: `bis ${more}×`,
      lost: `mehr als ${more}×`,
      'single-visit': 'noch kein Rhythmus',
    }),
    atStake: (cards, share, money) => {
      const who = plural(cards, { one: '# Karte ist', other: '# Karten sind' });
      const much = `${share} der genutzten Karten${money === null ? '' : `, mit ${money} Umsatz in den letzten 365\u00a0Tagen`}`;
      return `${who} säumig oder überfällig: ${much}.`;
    },
    chart: (parts) => `Anteil jeder Gruppe: ${parts}.`,
    cards: 'Karten',
    points: 'Punkte',
    revenue: 'Umsatz, 365\u00a0Tage',
    visits: 'Besuche, 365\u00a0Tage',
    band: 'Gruppe',
    share: 'Anteil der Karten',
    revenueShare: 'Anteil am Umsatz',
    visitsShare: 'Anteil der Besuche',
    before: '30\u00a0Tage davor',
    change: (difference) => `${difference} in 30\u00a0Tagen`,
    unchanged: 'wie 30\u00a0Tage davor',
    threshold: 'Säumig bis',
    movesTitle: 'Wo sie 30\u00a0Tage davor waren',
    movesSubtitle: 'Zeilen: die Gruppe einer Karte 30\u00a0Tage vor dem Stichtag. Spalten: ihre Gruppe am Stichtag.',
    was: '30\u00a0Tage davor',
    new: 'Noch nicht gesehen',
    total: 'Zusammen',
    moved: (lost, back) =>
      `In 30\u00a0Tagen ${plural(lost, { one: 'ging # Karte verloren', other: 'gingen # Karten verloren' })}, ${plural(back, { one: '# fand', other: '# fanden' })} in den Rhythmus zurück.`,
    closedNote:
      'Karten, die heute geschlossen sind, fehlen in einem Bericht zum Ende des Exports. Zu einem früheren Stichtag zählen sie als gültig: Wann sie geschlossen wurden, ist nicht bekannt.',
  };
  return { bandText };
}
