import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In French. */
export function bands(format: Format): Pick<Messages, 'bandText' | 'callText'> {
  const { integer, plural } = format;
  const bandText: Messages['bandText'] = {
    title: 'Les cartes selon leur propre rythme',
    subtitle: 'Jours depuis la dernière visite, comparés à l’intervalle habituel entre les visites de chaque carte.',
    names: {
      'within-rhythm': 'Dans leur rythme',
      slipping: 'En léger retard',
      overdue: 'En retard',
      lost: 'Perdues',
      'single-visit': 'Une seule visite',
    },
    ranges: (times, more) => ({
      'within-rhythm': 'absence jusqu’à 1×',
      slipping: `jusqu’à ${times}×`,
      overdue: `jusqu’à ${more}×`,
      lost: `plus de ${more}×`,
      'single-visit': 'pas encore de rythme',
    }),
    atStake: (cards, share, money) => {
      const who = plural(cards, {
        one: '# carte est en retard, léger ou non',
        other: '# cartes sont en retard, léger ou non',
      });
      const much = `${share} des cartes utilisées${money === null ? '' : `, pour un chiffre d’affaires de ${money} sur les 365\u00a0derniers jours`}`;
      return `${who}\u00a0: ${much}.`;
    },
    chart: (parts) => `Part de chaque groupe\u00a0: ${parts}.`,
    cards: 'Cartes',
    points: 'Points',
    revenue: 'CA, 365\u00a0jours',
    visits: 'Visites, 365\u00a0jours',
    band: 'Groupe',
    share: 'Part des cartes',
    revenueShare: 'Part du CA',
    visitsShare: 'Part des visites',
    before: '30\u00a0jours avant',
    change: (difference) => `${difference} en 30\u00a0jours`,
    unchanged: 'comme 30\u00a0jours avant',
    threshold: 'Léger retard jusqu’à',
    movesTitle: 'Où elles étaient 30\u00a0jours avant',
    movesSubtitle:
      'En ligne, le groupe d’une carte 30\u00a0jours avant la date du rapport\u202f; en colonne, son groupe à cette date.',
    was: '30\u00a0jours avant',
    new: 'Pas encore vues',
    total: 'Ensemble',
    moved: (lost, back) =>
      `En 30\u00a0jours, ${plural(lost, { one: '# carte a été perdue', other: '# cartes ont été perdues' })} et ${plural(back, { one: '# a retrouvé son rythme', other: '# ont retrouvé leur rythme' })}.`,
    closedNote:
      'Les cartes fermées aujourd’hui ne figurent pas dans un rapport à la fin de l’export. À une date antérieure, elles comptent comme ouvertes\u00a0: la date de leur fermeture n’est pas connue.',
  };
  const callText: Messages['callText'] = {
    title: 'Qui appeler',
    listed: (shown, of, found) => {
      const cards = found
        ? plural(of, { one: '# carte trouvée', other: '# cartes trouvées' })
        : `${plural(of, { one: '# carte', other: '# cartes' })} en retard, léger ou non, avec au moins trois visites`;
      return shown === of ? `${cards}.` : `${integer(shown)} sur ${cards}.`;
    },
    found: (n, of) => `${integer(n)} sur ${plural(of, { one: '# carte trouvée', other: '# cartes trouvées' })}`,
    limit: 'Afficher',
    search: 'Chercher qui appeler',
    atStake: 'Enjeu, 90\u00a0jours',
    both: 'Les deux',
    atStakeVisits: 'Visites en jeu, 90\u00a0jours',
    visits: 'Visites',
    lastVisit: 'Dernière visite',
    times: '× habitude',
    spend: 'Dépense moyenne',
    home: 'Magasin habituel',
    expected: 'Attendue le',
    empty: 'Personne à appeler',
    emptyHint: 'Aucune carte d’au moins trois visites n’est en retard ici.',
    stayedAway: (slipping, overdue) => {
      const known = [slipping && `en léger retard ${slipping}`, overdue && `en retard ${overdue}`].filter(Boolean);
      if (known.length === 0)
        return 'Combien de cartes semblables reviennent d’elles-mêmes ne peut pas encore être dit\u00a0: aucune n’était en retard 90\u00a0jours avant.';
      return `Parmi les cartes en retard 90\u00a0jours avant, sont restées absentes depuis\u00a0: ${known.join(', ')}. L’enjeu ne compte que cette part.`;
    },
  };
  return { bandText, callText };
}
