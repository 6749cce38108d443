import type { Messages } from '../messages.ts';

/** In German: the currency that amounts are in. */
export function currency(): Pick<Messages, 'currencyText'> {
  return {
    currencyText: {
      label: 'Währung der Beträge',
      offer: (name) =>
        `In den Dateien steht nicht, in welcher Währung die Beträge sind. Nach der Region dieses Geräts vermutlich: ${name}. Stimmt das?`,
      accept: (code) => `Ja, ${code}`,
      other: 'Andere Währung',
      choose: 'Währung wählen',
    },
  };
}
