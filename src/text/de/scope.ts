import type { Messages } from '../messages.ts';

/** In German. */
export function scope(): Pick<Messages, 'scopeText'> {
  /** Words for an address that asks for what there is not. */
  const scopeText: Messages['scopeText'] = {
    late: (latest, asOf) =>
      `Der Export endet am ${latest}, diese Auswertung hat den Stichtag ${asOf}. Was dazwischen geschah, fehlt: Karten können länger inaktiv wirken, als sie sind.`,
    latest: (day) => `Auswertung zum ${day}`,
    unknownMerchant: (id) => `Der Export enthält keinen Händler „${id}“`,
    unknownMerchantHint: 'Die Adresse gehört vielleicht zu einem anderen Export.',
    showMerchant: (name) => `${name} zeigen`,
    unknownSample: (id) => `Es gibt kein Beispiel „${id}“. Was geöffnet war, bleibt geöffnet.`,
    noSuchSample: (id) => `Es gibt kein Beispiel „${id}“. Zur Wahl stehen diese:`,
    ownStay: (sample) =>
      `Die Adresse verlangt das Beispiel „${sample}“. Ihre eigenen Dateien bleiben geöffnet, bis Sie es anders wollen.`,
    openSample: (sample) => `„${sample}“ öffnen`,
    keepOwn: 'Meine Dateien behalten',
    dismiss: 'In Ordnung',
  };
  return { scopeText };
}
