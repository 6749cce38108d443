import type { Messages } from '../messages.ts';

/** What the sample exports are called, and what is in them; by their id. */
export const sampleText: Messages['sampleText'] = {
  cafe: {
    title: 'Café du coin',
    description:
      'Un café avec une carte à tampons\u00a0: des habitués fidèles, et une opération en septembre qui a attiré des clients de passage.',
  },
  bakery: {
    title: 'Chaîne de boulangeries',
    description:
      'Quatre boulangeries au Luxembourg\u00a0: l’une perd ses habitués, une autre, toute récente, se développe.',
  },
  retailer: {
    title: 'Enseigne de mode',
    description:
      'Douze magasins dans quatre pays\u00a0: de très bons mois de décembre, et un magasin qu’un concurrent vide de ses clients.',
  },
  platform: {
    title: 'Plateforme à trois commerçants',
    description:
      'Le café, les boulangeries et l’enseigne de mode dans un seul export\u00a0: choisissez le commerçant en haut de la page.',
  },
};
