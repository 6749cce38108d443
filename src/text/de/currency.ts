import type { Messages } from '../messages.ts';

/** In German: the currency that amounts are in. */
export function currency(): Pick<Messages, 'currencyText'> {
  return {
    currencyText: {
      label: 'Währung der Beträge',
      offer: (name) =>
        `Die Dateien sagen nicht, in welcher Währung die Beträge sind. Ist es ${name}? Das ist geraten, nach der Region dieses Geräts.`,
      accept: (code) => `Ja, ${code}`,
      other: 'Andere Währung',
      choose: 'Währung wählen',
    },
  };
}
