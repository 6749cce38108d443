import type { CommandText } from '../command-text.ts';

const and = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
const idWords = 'Un identifiant est un nombre entier ou un texte';

/** In French. */
export const command: CommandText = {
  usage: (called) => `Utilisation\u00a0: ${called}`,
  help: (calls) => `Répond sans navigateur à des questions sur un export, et écrit les réponses en JSON\u00a0:
{as_of, answers: [{call, merchant_id, params, answer}]}

  --transactions F   les transactions\u00a0: un fichier Parquet, CSV ou Excel, ou un zip qui en contient
  --cards F          les cartes de fidélité\u202f; sans elles, elles sont déduites des transactions
  --stores F         les noms des magasins
  --orders F         les commandes de la caisse, membres ou non
                     Chacune de ces options peut être répétée\u00a0: tous les fichiers comptent.
  --plan P.json      comment lire les fichiers, tel que la page l’enregistre sous Données
                     («\u00a0Enregistrer cette lecture\u00a0»)\u202f; les fichiers sans plan parlent d’eux-mêmes
  --as-of ISO        la date du rapport, comme 2026-04-11T20:57:23.123456Z\u202f;
                     sinon celle des questions, sinon le dernier instant de l’export
  --time-zone Z      le fuseau horaire des jours et des mois, et des heures qui n’en
                     indiquent pas, comme Europe/Luxembourg\u202f; sinon UTC
  --day-start H      l’heure à laquelle un jour commence, de 0 à 6\u202f; sinon 0
  --questions Q.json les questions\u00a0: {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}
  -h, --help         cette aide

Les appels et leurs paramètres, tous facultatifs\u00a0:
${calls}

Ce qui change des chiffres et peut être un malentendu est dit sur stderr.
Codes de sortie\u00a0: 0 réponses écrites, 1 fichiers ou questions inutilisables, 2 commande incorrecte.`,

  known: (names) => `Valeurs connues\u00a0: ${and(names)}.`,
  meant: (name) => `Vouliez-vous dire «\u00a0${name}\u00a0»\u202f?`,

  options: {
    withoutOption: (value) =>
      `Avant «\u00a0${value}\u00a0», il manque l’option qui dit ce que c’est. Chaque fichier a besoin de sa propre option --cards, --transactions, --stores ou --orders.`,
    missing: (option) => `Il manque l’option ${option}.`,
    unknown: (option) => `L’option ${option} est inconnue.`,
    repeated: (option, times) => `L’option ${option} est donnée ${times}\u00a0fois\u202f; une seule est possible.`,
    noValue: (option) => `L’option ${option} n’a pas de valeur.`,
    followed: (option, next) =>
      `L’option ${option} n’a pas de valeur\u00a0: elle est suivie de «\u00a0${next}\u00a0». Si c’est sa valeur, écrivez ${option}=${next}.`,
    value: (option, value) => `L’option ${option} a la valeur «\u00a0${value}\u00a0».`,
    zone: 'Valeur attendue\u00a0: le nom d’un fuseau horaire, comme Europe/Luxembourg.',
    hour: 'Valeur attendue\u00a0: une heure entière de 0 à 6.',
    twice: (path) => `${path} est donné deux fois. Retirez l’un des deux.`,
  },

  instant: 'Valeur attendue\u00a0: un instant ISO 8601, comme 2026-04-11T20:57:23.123456Z.',

  files: {
    absent: (path) => `le fichier ${path} n’existe pas`,
    noJson: (path, cause) => `${path} n’est pas du JSON\u00a0: ${cause}.`,
    noText: 'ses octets ne sont pas du texte en UTF-8',
  },

  plan: {
    unread: (cause) => `Le plan n’a pas pu être lu\u00a0: ${cause}.`,
    form: (path) =>
      `${path} ne dit pas comment lire des fichiers. Enregistrez-le sur la page, sous Données\u00a0: il a la forme {"format": "loyalty-lens-plan", "version": 1, "plans": {"<nom du fichier>": {…}}}.`,
    version: (path, version) =>
      `${path} est de la version ${version}\u202f; seule la version 1 est connue. Enregistrez-le de nouveau sur la page, sous Données.`,
    wrong: (path, file) =>
      `${path} contient pour ${file} un plan incompréhensible. Enregistrez-le de nouveau sur la page, sous Données, ou retirez-en ce plan.`,
    idle: (path, file, given) =>
      `${path} dit comment lire ${file}, mais les fichiers donnés sont ${given.join(', ')}. Donnez ce fichier, ou écrivez à sa place le nom de celui qui est visé.`,
  },

  questions: {
    unread: (cause) => `Les questions n’ont pas pu être lues\u00a0: ${cause}.`,
    name: (index, call, path) => `Question ${index}${call ? ` (${call})` : ''} de ${path}`,
    is: (subject, value) => `${subject}\u00a0: valeur ${value} impossible.`,
    lacks: (subject, key) => `${subject}\u00a0: il manque ${key}.`,
    has: (subject, key, value) => `${subject}\u00a0: ${key} a la valeur ${value}.`,
    unknownCall: (subject, value) => `${subject}\u00a0: appel ${value} inconnu.`,
    unknownKey: (subject, value) => `${subject}\u00a0: clé ${value} inconnue.`,
    unknownParameter: (subject, value) => `${subject}\u00a0: paramètre ${value} inconnu.`,
    form: 'Les questions doivent avoir la forme {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}.',
    formOfOne: 'Une question a la forme {"call": …, "merchant_id": …, "params": {…}}.',
    number: 'Valeur attendue\u00a0: un nombre, sans guillemets.',
    merchantId: `${idWords}\u202f; omettez-le pour l’unique commerçant de l’export.`,
    storeId: `${idWords}\u202f; omettez-le pour tous les magasins.`,
    rounded:
      'Les nombres de cette taille sont arrondis à la lecture du JSON\u00a0: écrivez-le comme texte, entre guillemets.',
    latest: 'Omettez-la pour le dernier instant de l’export.',
    list: 'Valeur attendue\u00a0: une liste de questions.',
    params: 'Valeur attendue\u00a0: un objet comme {"store_id": 1}.',
  },

  leftOut: (file) => `D’après son nom, ${file} ne fait pas partie d’un export. Laissez-le de côté, ou renommez-le.`,
  unwritten: (cause) => `Les réponses n’ont pas pu être écrites\u00a0: ${cause}.`,
  ended: 'le programme qui les lisait s’est arrêté',
  full: 'le disque est plein',
  closed: 'stdout est fermé, ou ignoré par ce qui lance cette commande',
};
