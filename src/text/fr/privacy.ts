import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { helpers } from './helpers.ts';

/** What has been read, where it is, and what has left. In French. */
export function privacy(format: Format): Pick<LaterMessages, 'privacyText'> {
  const { integer } = format;
  const { count } = helpers(format);
  const privacyText: LaterMessages['privacyText'] = {
    title: 'Ce qui quitte cet appareil',
    lead: 'Ce qui a été lu, où cela se trouve et si quelque chose est sorti, compté par cette page pendant que vous regardez.',
    close: 'Fermer',
    read: 'Ce qui a été lu',
    reading: 'Des fichiers sont en cours de lecture, sur cet appareil.',
    readNothing: 'Aucun fichier pour l’instant.',
    readSample: (sample) => `${sample}\u00a0: des données d’exemple, qui font partie de cette page.`,
    readFiles: (files, size, rows) =>
      `${count(files, 'fichier')}, ${size}, ${count(rows, 'ligne')}, lus sur cet appareil.`,
    where: 'Où cela se trouve',
    whereHeld: (size) =>
      `Dans la mémoire de cet onglet${size === null ? '' : ` (${size})`}. Tout disparaît quand l’onglet est fermé ou rechargé. Vos fichiers restent tels quels.`,
    whereNothing: 'Rien n’est en mémoire.',
    kept: 'Ce que ce navigateur conserve',
    keptNothing: 'Rien\u00a0: ni données, ni réglages.',
    keptNoData: 'Aucune de vos données. Il conserve\u00a0:',
    keptOf: {
      plans: (n) =>
        `la façon de lire ${count(n, 'sorte', 'sortes')} de fichiers\u00a0: noms de colonnes, mots pour les types`,
      calendars: (n) => `le calendrier de ${count(n, 'export')}`,
      currencies: (n) => `la devise de ${count(n, 'export')}`,
      language: () => 'la langue que vous avez choisie',
      pseudonyms: () => 'la clé de vos pseudonymes',
      'own-files': () => 'le fait que vos fichiers sont ouverts, jusqu’à la fermeture de cet onglet',
    },
    keptOther: (name) => `un réglage (${name})`,
    keptPage: 'la page elle-même, pour fonctionner sans réseau',
    forget: 'Oublier ces réglages',
    forgotten: 'Oubliés.',
    requests: 'Requêtes depuis l’ouverture de cette page',
    requestsElsewhere: (n) => `${integer(n)} vers d’autres adresses`,
    requestsOwn: (n) =>
      n === 0
        ? 'Aucune non plus vers sa propre adresse'
        : `${integer(n)} vers l’adresse de la page, pour ses propres éléments`,
    requestsRefused: (n) => `${count(n, 'autre adresse refusée', 'autres adresses refusées')} par le navigateur`,
    requestsBy: 'De la page et des tâches (workers) qui calculent pour elle, telles que le navigateur les a notées.',
    requestsOfKeeper:
      'N’est pas comptée la tâche qui conserve cette page sur l’appareil, là où le navigateur le permet\u00a0: elle ne s’adresse qu’à l’hébergeur de cette page, pour les éléments de la page.',
    requestsUnknown: 'Les tâches (workers) ne répondent pas en ce moment.',
    tryIt: 'Essayer',
    tryHint:
      'La page et chacune de ses tâches (workers) demandent une adresse ailleurs (que personne ne possède). Non compté ci-dessus.',
    trying: 'Essai en cours…',
    refusedAll: (n) =>
      `Refusé par votre navigateur\u00a0: ${integer(n)} tentatives sur ${integer(n)}, de la page et de ses tâches.`,
    refusedSome: (refused, of) =>
      `Refusé par votre navigateur\u00a0: ${integer(refused)} sur ${count(of, 'tentative')}. Les autres n’ont pas été arrêtées\u00a0: cet hébergeur a retiré tout ou partie de la protection de la page. D’elle-même, la page ne fait aucune requête de ce genre.`,
    tryFailed: 'L’essai n’a pas pu être fait\u00a0: le moteur d’analyse ne répond pas.',
    pseudonyms: 'Pseudonymes',
    pseudonymsSwitch: 'Afficher des pseudonymes au lieu des noms et des numéros de carte',
    pseudonymsHint:
      'Sur la page et dans tout ce qui en est enregistré, pour les démonstrations et pour transmettre des chiffres. Sur cet appareil, une carte a toujours le même. Les noms des fichiers, des colonnes et des magasins restent tels quels.',
  };
  return { privacyText };
}
