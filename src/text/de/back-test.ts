import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function backTest(format: Format): Pick<Messages, 'backTestText'> {
  const { integer, plural } = format;
  const cards = (n: number): string => plural(n, { one: '# Karte', other: '# Karten' });
  const days = (n: number): string => plural(n, { one: '#\u00a0Tag', other: '#\u00a0Tage' });
  const backTestText: Messages['backTestText'] = {
    title: 'Taugt die Regel?',
    subtitle: (day, n) =>
      `Was sie am ${day} sagte, ${integer(n)}\u00a0Tage vor dem Stichtag, gemessen an den Besuchen seither.`,
    rule: 'Regel',
    rules: { rhythm: 'Eigener Rhythmus', service: 'Regel des Dienstes' },
    horizon: 'Zeit zum Wiederkommen',
    days,
    cards: 'Karten',
    all: 'Alle',
    notLost: 'Noch nicht verloren',
    times: (n) => `${n}×`,
    flagged: 'Markiert',
    notFlagged: 'Nicht markiert',
    stayedAway: 'Weggeblieben',
    cameBack: 'Wiedergekommen',
    together: 'Gesamt',
    table: 'Was die Regel sagte, und was geschah',
    right: (away, flagged, share, interval) =>
      `${integer(away)} von ${plural(flagged, { one: '# markierten Karte', other: '# markierten Karten' })} ${plural(away, { one: 'blieb', other: 'blieben' })} weg: ${share} (${interval}).`,
    nobody: 'Keine Karte wurde markiert.',
    range: (from, to) => `95-%-Intervall ${from} bis ${to}`,
    found: (share, of, all) =>
      `Das sind ${share} der ${plural(of, { one: '# Karte, die wegblieb', other: '# Karten, die wegblieben' })}. Von allen geprüften Karten blieben ${all} weg.`,
    better: {
      rule: (rule, naive) =>
        `Die Regel hat besser vorhergesagt als die Tage seit dem letzten Besuch allein. Von 100 Paaren aus einer weggebliebenen und einer wiedergekommenen Karte ordnet sie ${rule} richtig, die Tage ${naive}.`,
      days: (rule, naive) =>
        `Die Tage seit dem letzten Besuch allein haben besser vorhergesagt als die Regel. Von 100 Paaren aus einer weggebliebenen und einer wiedergekommenen Karte ordnen sie ${naive} richtig, die Regel ${rule}.`,
      neither: (rule, naive) =>
        `Zwischen der Regel und den Tagen seit dem letzten Besuch allein zeigt sich kein Unterschied über den Zufall hinaus. Von 100 Paaren aus einer weggebliebenen und einer wiedergekommenen Karte ordnet die Regel ${rule} richtig, die Tage ${naive}.`,
      unknown:
        'Zu wenige Karten blieben weg oder kamen wieder, um zu sagen, ob die Regel oder die Tage seit dem letzten Besuch allein besser vorhersagen.',
    },
    naive: (n, flagged, away, share, isAsMany) =>
      `Wer nur auf die Tage sieht und ab ${plural(n, { one: '#\u00a0Tag', other: '#\u00a0Tagen' })} markiert, markiert ${isAsMany ? 'etwa gleich viele' : 'am ehesten gleich viele'}: ${cards(flagged)}, von denen ${integer(away)} wegblieben, ${share}.`,
    best: (times, found, right) =>
      `${times} trennt in diesem Test am besten: Es markiert ${found} der Karten, die wegblieben, und ${right} der markierten blieben weg.`,
    bestInUse: (times) => `${times}, wie eingestellt, trennt in diesem Test am besten.`,
    use: (times) => `${times} verwenden`,
    whatIf: (n, money) =>
      `${plural(n, { one: 'Die # markierte Karte, die wegblieb, hatte', other: 'Die # markierten Karten, die wegblieben, hatten' })} in den 365\u00a0Tagen davor ${money} gebracht. Wie viel davon ein Anruf gehalten hätte, ist nicht bekannt.`,
    lead: (interval, flag, lost) =>
      `Die Hälfte der markierten Karten kommt gewöhnlich mindestens alle ${interval}: Eine solche Karte wird ${flag} nach ihrem erwarteten Besuch markiert, und ${lost} später gilt sie als verloren.`,
    dayCount: days,
    seldom: (share, n) =>
      `${share} der Karten kommen gewöhnlich seltener als alle ${days(n)}. Dass sie so lange wegblieben, sagt wenig: Geben Sie ihnen mehr Zeit.`,
    inUse: 'eingestellt',
    precision: 'Präzision',
    precisionLegend: 'Präzision: markierte Karten, die wegblieben',
    recall: 'Abdeckung',
    recallLegend: 'Abdeckung: weggebliebene Karten, die markiert waren',
    dashed: 'gestrichelt: nach den Tagen seit dem letzten Besuch allein',
    tooltip: 'Präzision · Abdeckung',
    tooltipDays: 'Nach Tagen allein',
    chart: (times, precision, recall) =>
      `Präzision und Abdeckung nach Faktor: ${precision} und ${recall} bei ${times}.`,
    multiplier: 'Faktor',
    lift: 'Lift',
    awayFor: 'Tage weg',
    daysAlone: (column) => `${column}, nach Tagen allein`,
    cell: (row, column) => `${row}, ${column.toLowerCase()}`,
    open: (cell, n) => `${cell}: ${cards(n)}`,
    close: 'Liste schließen',
    search: 'Geprüfte Karte suchen',
    listed: (shown, of, found) => {
      const all = `${cards(of)}${found ? ' gefunden' : ''}`;
      return shown === of ? `${all}.` : `${integer(shown)} von ${all}.`;
    },
    spent: 'Umsatz im Jahr davor',
    daysAway: 'Bis dahin weg, Tage',
    visits: 'Besuche bis dahin',
    since: 'Besuche seither',
    empty: 'Noch nichts zu prüfen',
    emptyHint: (rule, day) =>
      rule === 'rhythm'
        ? `Bis zum ${day} war keine Karte an zwei Tagen genutzt worden.`
        : `Bis zum ${day} war keine gültige Karte genutzt worden.`,
    noneLeft: (day) =>
      `Am ${day} ließ sich keine der gewählten Karten prüfen. Wählen Sie alle Karten, alle Filialen oder einen späteren Stichtag.`,
    short: (n) =>
      `Die Regel hatte bis dahin ${n === 0 ? 'nichts' : `nur ${days(n)}`} vom Export gesehen: Abstände wirken kürzer, als sie sind, und wer selten kommt, wird gar nicht geprüft.`,
    ongoing: 'Der Export endet vor diesem Stichtag',
    ongoingHint: 'Wer in den letzten Tagen wiederkam, steht nicht darin. Wählen Sie einen früheren Stichtag.',
  };
  return { backTestText };
}
