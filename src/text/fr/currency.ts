import type { Messages } from '../messages.ts';

/** In French: the currency that amounts are in. */
export function currency(): Pick<Messages, 'currencyText'> {
  return {
    currencyText: {
      label: 'Devise des montants',
      offer: (name) =>
        `Les fichiers n’indiquent pas la devise des montants. S’agit-il de\u00a0: ${name}\u202f? C’est une supposition, d’après la région de cet appareil.`,
      accept: (code) => `Oui, ${code}`,
      other: 'Autre devise',
      choose: 'Choisir la devise',
    },
  };
}
