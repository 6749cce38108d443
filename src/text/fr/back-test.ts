import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In French. */
export function backTest(format: Format): Pick<Messages, 'backTestText'> {
  const { integer, plural } = format;
  const cards = (n: number): string => plural(n, { one: '# carte', other: '# cartes' });
  const days = (n: number): string => plural(n, { one: '#\u00a0jour', other: '#\u00a0jours' });
  const backTestText: Messages['backTestText'] = {
    title: 'La règle est-elle fiable\u202f?',
    subtitle: (day, n) =>
      `Ce qu’elle disait le ${day}, ${integer(n)}\u00a0jours avant la date du rapport, face aux visites depuis.`,
    rule: 'Règle',
    rules: { rhythm: 'Rythme propre', service: 'Règle du service' },
    horizon: 'Délai pour revenir',
    days,
    cards: 'Cartes',
    all: 'Toutes',
    notLost: 'Pas encore perdues',
    times: (n) => `${n}×`,
    flagged: 'Signalées',
    notFlagged: 'Non signalées',
    stayedAway: 'Restées absentes',
    cameBack: 'Revenues',
    together: 'Ensemble',
    table: 'Ce que la règle disait, et ce qui est arrivé',
    right: (away, flagged, share, interval) =>
      `${plural(flagged, { one: 'Sur # carte signalée', other: 'Sur # cartes signalées' })}, ${plural(away, { one: '# est restée absente', other: '# sont restées absentes' })}\u00a0: ${share} (${interval}).`,
    nobody: 'Aucune carte n’a été signalée.',
    range: (from, to) => `de ${from} à ${to}`,
    found: (share, of, all) =>
      `C’est ${share} ${plural(of, { one: 'de la carte restée absente', other: 'des # cartes restées absentes' })}. Parmi toutes les cartes testées, ${all} l’ont été.`,
    better: {
      rule: (rule, naive) =>
        `La règle a mieux prédit que les jours depuis la dernière visite seuls. Sur 100 paires d’une carte restée absente et d’une carte revenue, elle en classe ${rule} dans le bon ordre, les jours ${naive}.`,
      days: (rule, naive) =>
        `Les jours depuis la dernière visite, à eux seuls, ont mieux prédit que la règle. Sur 100 paires d’une carte restée absente et d’une carte revenue, ils en classent ${naive} dans le bon ordre, la règle ${rule}.`,
      neither: (rule, naive) =>
        `Entre la règle et les jours depuis la dernière visite seuls, aucune différence que le hasard ne ferait pas. Sur 100 paires d’une carte restée absente et d’une carte revenue, la règle en classe ${rule} dans le bon ordre, les jours ${naive}.`,
    },
    naive: (n, flagged, away, share) =>
      `Selon les jours seuls, ce seraient à peu près les cartes absentes depuis ${days(n)} ou plus\u00a0: ${cards(flagged)}, dont ${plural(away, { one: '# restée absente', other: '# restées absentes' })}, soit ${share}.`,
    best: (times, found, right) =>
      `${times} sépare le mieux dans ce test\u00a0: il signale ${found} des cartes restées absentes, et ${right} des cartes signalées l’ont été.`,
    bestInUse: (times) => `${times}, le facteur en vigueur, sépare le mieux dans ce test.`,
    use: (times) => `Utiliser ${times}`,
    whatIf: (n, money) =>
      `${plural(n, { one: 'La # carte signalée et restée absente avait rapporté', other: 'Les # cartes signalées et restées absentes avaient rapporté' })} ${money} dans les 365\u00a0jours précédents. Voilà ce qu’un appel pouvait viser\u202f; qui serait venu grâce à lui n’est pas connu.`,
    lead: (interval, flag, lost) =>
      `La moitié des cartes signalées viennent d’habitude au moins tous les ${interval}\u00a0: une telle carte est signalée ${flag} après sa visite attendue, et perdue ${lost} plus tard.`,
    dayCount: days,
    seldom: (share, n) =>
      `${share} des cartes viennent d’habitude moins souvent que tous les ${days(n)}. Leur absence aussi longue en dit peu\u00a0: laissez plus de temps.`,
    inUse: 'en vigueur',
    precision: 'Précision',
    precisionLong: 'cartes signalées restées absentes',
    recall: 'Rappel',
    recallLong: 'cartes restées absentes qui étaient signalées',
    dashed: 'en tirets\u00a0: selon les jours depuis la dernière visite seuls',
    tooltip: 'Précision · rappel',
    tooltipDays: 'Selon les jours seuls',
    chart: (times, precision, recall) =>
      `Précision et rappel selon le facteur\u00a0: ${precision} et ${recall} à ${times}.`,
    multiplier: 'Facteur',
    lift: 'Lift',
    awayFor: 'Jours d’absence',
    daysAlone: (column) => `${column}, selon les jours seuls`,
    cell: (row, column) => `${row}, ${column.toLowerCase()}`,
    open: (cell, n) => `${cell}\u00a0: afficher ${cards(n)}`,
    close: 'Fermer la liste',
    search: 'Chercher une carte testée',
    listed: (shown, of, found) => {
      const all = found ? plural(of, { one: '# carte trouvée', other: '# cartes trouvées' }) : cards(of);
      return shown === of ? `${all}.` : `${integer(shown)} sur ${all}.`;
    },
    spent: 'Dépensé l’année d’avant',
    daysAway: 'Jours d’absence alors',
    visits: 'Visites jusque-là',
    since: 'Visites depuis',
    empty: 'Rien à tester pour l’instant',
    emptyHint: (rule, day) =>
      rule === 'rhythm'
        ? `Au ${day}, aucune carte n’avait été utilisée deux jours différents.`
        : `Au ${day}, aucune carte ouverte n’avait été utilisée.`,
    ongoing: 'L’export se termine avant cette date de rapport',
    ongoingHint: 'Qui est revenu les derniers jours n’y figure pas. Choisissez une date antérieure.',
  };
  return { backTestText };
}
