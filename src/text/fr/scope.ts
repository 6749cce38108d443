import type { Messages } from '../messages.ts';
import { quoted } from './helpers.ts';

/** In French. */
export function scope(): Pick<Messages, 'scopeText'> {
  /** Words for an address that asks for what there is not. */
  const scopeText: Messages['scopeText'] = {
    late: (latest, asOf) =>
      `L’export s’arrête au ${latest}, alors que ce rapport est daté du ${asOf}. Ce qui s’est passé entre-temps n’y figure pas\u00a0: des clients peuvent sembler absents depuis plus longtemps qu’ils ne le sont.`,
    latest: (day) => `Rapport au ${day}`,
    unknownMerchant: (id) => `L’export ne contient pas le commerçant ${quoted(id)}`,
    unknownMerchantHint: 'L’adresse vient peut-être d’un autre export.',
    showMerchant: (name) => `Afficher ${name}`,
    unknownSample: (id) => `L’exemple ${quoted(id)} n’existe pas. Ce qui était ouvert le reste.`,
    noSuchSample: (id) => `L’exemple ${quoted(id)} n’existe pas. Voici ceux qui existent\u00a0:`,
    ownStay: (sample) =>
      `L’adresse demande l’exemple ${quoted(sample)}. Vos propres fichiers restent ouverts tant que vous n’en décidez pas autrement.`,
    openSample: (sample) => `Ouvrir ${quoted(sample)}`,
    keepOwn: 'Garder mes fichiers',
    dismiss: 'D’accord',
  };
  return { scopeText };
}
