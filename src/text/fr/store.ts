import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { cardsAtRisk, helpers, quoted } from './helpers.ts';

/** In French. A store may be called anything, so no sentence puts `à` or `chez` before its name. */
export function store(format: Format): Pick<Messages, 'storeText'> {
  const { count } = helpers(format);
  /** Words of the filter by store, and of what a view is of when it is on. */
  const storeText: Messages['storeText'] = {
    label: 'Magasin',
    all: 'Tous les magasins',
    unnamed: (id) => `Magasin ${id}`,
    withId: (name, id) => `${name} (${id})`,
    noMatch: 'Aucun magasin de ce nom',
    more: (n) => `Encore ${count(n, 'magasin')}\u00a0: tapez une partie du nom`,
    unknown: (id) => `Aucune transaction de ce commerçant pour le magasin ${quoted(id)}`,
    unknownHint: 'Ce magasin appartient peut-être à un autre commerçant ou à un autre export.',
    showAll: 'Afficher tous les magasins',
    heading: (title, store) => `${title}\u00a0· ${store}`,

    cohorts: {
      lead: (store) => `Clients recrutés par ${store}\u00a0: leur premier passage en magasin a eu lieu là.`,
      of: (caption, store) => `${caption}, clients recrutés par ${store}`,
      note: (store) =>
        `Une carte recrutée par ${store} compte comme utilisée, quel que soit le magasin où elle sert ensuite.`,
      chart: (label, store) => `${label} Seulement les clients recrutés par ${store}.`,
      empty: (store) => `Aucun client recruté par ${store} sur cette période`,
    },
    churn: {
      lead: (store) => `Clients dont ${store} est le dernier magasin fréquenté.`,
      of: (caption, store) => `${caption}, dernier magasin fréquenté\u00a0: ${store}`,
      chart: (label, store) => `${label} Seulement les cartes dont ${store} est le dernier magasin fréquenté.`,
      // The number of those at risk stands before it.
      ofChecked: (atRisk, checked, share, store) =>
        `${format.plural(atRisk, cardsAtRisk)} sur ${count(checked, 'carte ouverte', 'cartes ouvertes')} dont ${store} est le dernier magasin fréquenté (${share})`,
      empty: (store) => `Aucune carte ouverte n’a ${store} pour dernier magasin fréquenté`,
    },
    revenue: {
      lead: (store) => `${store}\u00a0: les achats qui y ont rapporté des points ou des tampons.`,
      of: (caption, store) => `${caption}, ${store}`,
      chart: (label, store) => `${label} Seulement ${store}.`,
      compared: (store) => `Tous les magasins, sur toute la période\u202f; ${store} est mis en évidence.`,
      chosen: 'choisi',
      empty: (store) => `${store}\u00a0: aucun achat n’a rapporté de points ni de tampons sur cette période`,
    },
    emptyHint: 'Allongez la période, ou choisissez une date de rapport plus récente ou un autre magasin.',
  };
  return { storeText };
}
