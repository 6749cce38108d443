import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function bands(format: Format): Pick<Messages, 'bandText' | 'callText'> {
  const { integer, plural } = format;
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
  const callText: Messages['callText'] = {
    title: 'Wen anrufen?',
    listed: (shown, of, found) => {
      const cards = found
        ? plural(of, { one: '# gefundenen Karte', other: '# gefundenen Karten' })
        : `${plural(of, { one: '# säumigen oder überfälligen Karte', other: '# säumigen oder überfälligen Karten' })} mit mindestens drei Besuchen`;
      return `${integer(shown)} von ${cards}.`;
    },
    found: (n, of) => `${integer(n)} von ${plural(of, { one: '# Karte', other: '# Karten' })} gefunden`,
    limit: 'Zeige',
    search: 'Zum Anrufen suchen',
    atStake: 'Auf dem Spiel, 90\u00a0Tage',
    both: 'Beide',
    atStakeVisits: 'Besuche auf dem Spiel, 90\u00a0Tage',
    visits: 'Besuche',
    lastVisit: 'Letzter Besuch',
    times: '× üblich',
    spend: 'Mittlerer Einkauf',
    home: 'Stammfiliale',
    expected: 'Erwartet am',
    empty: 'Niemand anzurufen',
    emptyHint: 'Keine Karte mit mindestens drei Besuchen ist hier säumig oder überfällig.',
    stayedAway: (slipping, overdue) => {
      const known = [slipping && `säumige ${slipping}`, overdue && `überfällige ${overdue}`].filter(Boolean);
      if (known.length === 0)
        return 'Wie viele solcher Karten von selbst wiederkommen, lässt sich noch nicht sagen: 90\u00a0Tage davor war keine säumig.';
      return `Von den Karten, die 90\u00a0Tage davor säumig oder überfällig waren, blieben seither weg: ${known.join(', ')}. Auf dem Spiel steht nur dieser Anteil.`;
    },
  };
  return { bandText, callText };
}
