import type { Messages } from '../messages.ts';

/** In French: the currency that amounts are in. */
export function currency(): Pick<Messages, 'currencyText'> {
  return {
    currencyText: {
      label: 'Devise des montants',
      offer: (name) =>
        `Les fichiers n’indiquent pas la devise des montants. Supposition d’après la région de cet appareil\u00a0: ${name}. Est-ce exact\u202f?`,
      accept: (code) => `Oui, ${code}`,
      other: 'Autre devise',
      choose: 'Choisir la devise',
    },
  };
}
