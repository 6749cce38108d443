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
    together: 'Total',
    table: 'Ce que la règle disait, et ce qui est arrivé',
    right: (away, flagged, share, interval) =>
      `${plural(flagged, { one: 'Sur # carte signalée', other: 'Sur # cartes signalées' })}, ${plural(away, { one: '# est restée absente', other: '# sont restées absentes' })}\u00a0: ${share} (${interval}).`,
    nobody: 'Aucune carte n’a été signalée.',
    range: (from, to) => `intervalle à 95\u00a0%\u00a0: de ${from} à ${to}`,
    found: (share, of, all) =>
      `C’est ${share} ${plural(of, { one: 'de la carte restée absente', other: 'des # cartes restées absentes' })}. Parmi toutes les cartes testées, ${all} le sont restées.`,
    better: {
      rule: (rule, naive) =>
        `La règle a mieux prédit que les jours depuis la dernière visite seuls. Sur 100 paires d’une carte restée absente et d’une carte revenue, elle en classe ${rule} dans le bon ordre, les jours ${naive}.`,
      days: (rule, naive) =>
        `Les jours depuis la dernière visite, à eux seuls, ont mieux prédit que la règle. Sur 100 paires d’une carte restée absente et d’une carte revenue, ils en classent ${naive} dans le bon ordre, la règle ${rule}.`,
      neither: (rule, naive) =>
        `Entre la règle et les jours depuis la dernière visite seuls, aucune différence au-delà du hasard. Sur 100 paires d’une carte restée absente et d’une carte revenue, la règle en classe ${rule} dans le bon ordre, les jours ${naive}.`,
      unknown:
        'Trop peu de cartes sont restées absentes, ou sont revenues, pour dire qui prédit mieux, de la règle ou des seuls jours depuis la dernière visite.',
    },
    naive: (n, flagged, away, share, isAsMany) =>
      `Selon les jours seuls, on signalerait ${isAsMany ? 'à peu près autant de cartes' : 'le nombre de cartes le plus proche'} avec celles absentes depuis ${days(n)} ou plus\u00a0: ${cards(flagged)}, dont ${plural(away, { one: '# restée absente', other: '# restées absentes' })}, soit ${share}.`,
    best: (times, found, right) =>
      `${times} sépare le mieux dans ce test\u00a0: il signale ${found} des cartes restées absentes, et ${right} des cartes signalées sont effectivement restées absentes.`,
    bestInUse: (times) => `${times}, le réglage actuel, sépare le mieux dans ce test.`,
    use: (times) => `Utiliser ${times}`,
    whatIf: (n, money) =>
      `${plural(n, { one: 'La # carte signalée et restée absente avait rapporté', other: 'Les # cartes signalées et restées absentes avaient rapporté' })} ${money} dans les 365\u00a0jours précédents. Ce qu’un appel en aurait gardé n’est pas connu.`,
    lead: (interval, flag, lost) =>
      `La moitié des cartes signalées viennent d’habitude au moins tous les ${interval}\u00a0: une telle carte est signalée ${flag} après sa visite attendue, et perdue ${lost} plus tard.`,
    dayCount: days,
    seldom: (share, n) =>
      `${share} des cartes viennent d’habitude moins souvent que tous les ${days(n)}. Une si longue absence ne dit pas grand-chose\u00a0: laissez-leur plus de temps.`,
    inUse: 'réglage actuel',
    precision: 'Précision',
    precisionLegend: 'Précision\u00a0: cartes signalées restées absentes',
    recall: 'Couverture',
    recallLegend: 'Couverture\u00a0: cartes restées absentes qui étaient signalées',
    dashed: 'en tirets\u00a0: selon les jours depuis la dernière visite seuls',
    tooltip: 'Précision · couverture',
    tooltipDays: 'Selon les jours seuls',
    chart: (times, precision, recall) =>
      `Précision et couverture selon le facteur\u00a0: ${precision} et ${recall} à ${times}.`,
    multiplier: 'Facteur',
    lift: 'Lift',
    awayFor: 'Jours d’absence',
    daysAlone: (column) => `${column}, selon les jours seuls`,
    cell: (row, column) => `${row}, ${column.toLowerCase()}`,
    open: (cell, n) => `${cell}\u00a0: ${cards(n)}`,
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
    noneLeft: (day) =>
      `Le ${day}, aucune des cartes choisies ne pouvait être testée. Choisissez toutes les cartes, tous les magasins ou une date de rapport plus tardive.`,
    short: (n) =>
      `La règle n’avait vu alors que ${days(n)} de l’export\u00a0: les intervalles paraissent plus courts qu’ils ne sont, et qui vient rarement n’est pas testé.`,
    ongoing: 'L’export se termine avant cette date de rapport',
    ongoingHint: 'Qui est revenu les derniers jours n’y figure pas. Choisissez une date antérieure.',
  };
  return { backTestText };
}
