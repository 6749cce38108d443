import type { ErrorDetails } from '../../contract/errors.ts';
import type { EngineErrorText } from '../errors.ts';

const missingPart: Record<ErrorDetails['page-part-missing']['part'], string> = {
  view: 'Cette partie de la page n’a pas pu être chargée',
  charts: 'Les graphiques n’ont pas pu être chargés',
  sample: 'L’exemple n’a pas pu être chargé',
};

/** What is wrong with the engine, with saving, or with a part of the page. In French. */
export const engineErrors: EngineErrorText = {
  'engine-start': ({ cause }) => ({
    title: 'Le moteur d’analyse n’a pas pu démarrer',
    explanation: `Ce navigateur est peut-être trop ancien, ou il bloque WebAssembly ou les workers (${cause}).`,
    next: 'Rechargez la page. Si cela se reproduit, mettez le navigateur à jour ou essayez-en un autre.',
  }),
  'saving-cancelled': () => ({
    title: 'L’enregistrement a été annulé',
    explanation: 'Aucun fichier n’a été écrit.',
    next: 'Relancez l’enregistrement des tables quand vous voulez.',
  }),
  'saving-interrupted': () => ({
    title: 'Les tables n’ont pas été enregistrées',
    explanation: 'Un autre export a été ouvert pendant leur écriture.',
    next: 'Relancez l’enregistrement\u00a0: ce seront les tables de l’export ouvert maintenant.',
  }),
  'saving-failed': ({ cause }) => ({
    title: 'Les tables n’ont pas pu être enregistrées',
    explanation: `Une erreur s’est produite pendant leur écriture (${cause}). Ce qui est ouvert le reste.`,
    next: 'Réessayez. Si cela se reproduit, fermez d’abord d’autres onglets\u00a0: le navigateur manque peut-être de mémoire ou d’espace disque.',
  }),
  'engine-crashed': ({ cause }) => ({
    title: 'Le moteur d’analyse s’est arrêté',
    explanation: `Le plus souvent, le navigateur n’a plus assez de mémoire (${cause}). Vos fichiers sont intacts.`,
    next: 'Rouvrez l’export. Si cela se reproduit, fermez d’abord d’autres onglets.',
  }),
  'engine-not-fetched': () => ({
    title: 'Le moteur d’analyse n’a pas pu être chargé',
    explanation:
      'Il en manque une partie\u00a0: le réseau est peut-être coupé, ou une version plus récente de Loyalty Lens l’a remplacée. Vos fichiers sont intacts.',
    next: 'Réessayez une fois le réseau rétabli. Si cela ne suffit pas, rechargez la page.',
  }),
  'page-part-missing': ({ part, isReachable }) => ({
    title: missingPart[part],
    explanation: isReachable
      ? 'Le réseau fonctionne, mais cet élément est introuvable. Une version plus récente de Loyalty Lens l’a peut-être remplacé.'
      : 'Le réseau est injoignable.',
    next: isReachable
      ? 'Réessayez. Si cela ne suffit pas, rechargez la page et rouvrez vos fichiers.'
      : 'Reconnectez-vous et réessayez. Ce qui est ouvert le reste.',
  }),
};
