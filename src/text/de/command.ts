import type { CommandText } from '../command-text.ts';

const and = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`;
const idWords = 'Eine Kennung ist eine ganze Zahl oder ein Text';

/** In German. */
export const command: CommandText = {
  usage: (called) => `Aufruf: ${called}`,
  help: (calls) => `Beantwortet Fragen zu einem Export ohne Browser und gibt die Antworten als JSON aus:
{as_of, answers: [{call, merchant_id, params, answer}]}

  --transactions F   die Transaktionen: eine Parquet-, CSV- oder Excel-Datei oder ein ZIP mit solchen
  --cards F          die Kundenkarten; ohne sie ergeben sie sich aus den Transaktionen
  --stores F         die Namen der Filialen
  --orders F         die Bestellungen der Kasse, von Mitgliedern und allen anderen
                     Jede dieser Optionen kann mehrmals stehen: Alle Dateien zählen.
  --plan P.json      wie die Dateien zu lesen sind, so wie die Seite es unter „Daten“ speichert
                     („Lesart speichern“); Dateien, die darin fehlen, sprechen für sich
  --as-of ISO        der Stichtag, etwa 2026-04-11T20:57:23.123456Z;
                     sonst der der Fragen, sonst der späteste Zeitpunkt des Exports
  --time-zone Z      die Zeitzone der Tage und Monate und der Zeiten, die keine
                     nennen, etwa Europe/Luxembourg; sonst UTC
  --day-start H      die Stunde, in der ein Tag beginnt, von 0 bis 6; sonst 0
  --questions Q.json die Fragen: {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}
  -h, --help         diese Hilfe

Die Aufrufe und ihre Parameter, von denen jeder fehlen darf:
${calls}

Was Zahlen verändert und ein Missverständnis sein kann, steht auf stderr.
Rückgabewerte: 0 beantwortet, 1 Dateien oder Fragen nicht verwendbar, 2 Befehl falsch.`,

  known: (names) => `Bekannt sind ${and(names)}.`,
  meant: (name) => `Meinten Sie „${name}“?`,

  options: {
    withoutOption: (value) =>
      `Vor „${value}“ fehlt die Option, die sagt, was es ist. Jede Datei braucht ihr eigenes --cards, --transactions, --stores oder --orders.`,
    missing: (option) => `Die Option ${option} fehlt.`,
    unknown: (option) => `Die Option ${option} ist unbekannt.`,
    repeated: (option, times) => `Die Option ${option} steht ${times}-mal da; nur einmal ist möglich.`,
    noValue: (option) => `Die Option ${option} hat keinen Wert.`,
    followed: (option, next) =>
      `Die Option ${option} hat keinen Wert: Es folgt „${next}“. Wenn das ihr Wert ist, schreiben Sie ${option}=${next}.`,
    value: (option, value) => `Die Option ${option} hat den Wert „${value}“.`,
    zone: 'Möglich ist der Name einer Zeitzone, etwa Europe/Luxembourg.',
    hour: 'Möglich ist eine ganze Stunde von 0 bis 6.',
    twice: (path) => `${path} ist zweimal angegeben. Lassen Sie eine der beiden Angaben weg.`,
  },

  instant: 'Möglich ist ein Zeitpunkt nach ISO 8601, etwa 2026-04-11T20:57:23.123456Z.',

  files: {
    absent: (path) => `Die Datei ${path} gibt es nicht`,
    noJson: (path, cause) => `${path} ist kein JSON: ${cause}.`,
    noText: 'Die Bytes sind kein Text in UTF-8',
  },

  plan: {
    unread: (cause) => `Der Plan konnte nicht gelesen werden: ${cause}.`,
    form: (path) =>
      `${path} sagt nicht, wie Dateien zu lesen sind. Speichern Sie es auf der Seite unter „Daten“: Die Form ist {"format": "loyalty-lens-plan", "version": 1, "plans": {"<Dateiname>": {…}}}.`,
    version: (path, version) =>
      `${path} hat die Version ${version}; bekannt ist Version 1. Speichern Sie die Datei auf der Seite unter „Daten“ noch einmal.`,
    wrong: (path, file) =>
      `${path} enthält für ${file} einen Plan, der nicht zu verstehen ist. Speichern Sie die Datei auf der Seite unter „Daten“ noch einmal, oder nehmen Sie diesen Plan heraus.`,
    idle: (path, file, given) =>
      `${path} sagt, wie ${file} zu lesen ist; angegeben sind aber ${given.join(', ')}. Geben Sie diese Datei an, oder schreiben Sie an ihre Stelle den Namen der Datei, die gemeint ist.`,
  },

  questions: {
    unread: (cause) => `Die Fragen konnten nicht gelesen werden: ${cause}.`,
    name: (index, call, path) => `Frage ${index}${call ? ` (${call})` : ''} in ${path}`,
    is: (subject, value) => `${subject} ist ${value}.`,
    lacks: (subject, key) => `${subject}: ${key} fehlt.`,
    has: (subject, key, value) => `${subject}: ${key} hat den Wert ${value}.`,
    unknownCall: (subject, value) => `${subject}: Der Aufruf ${value} ist unbekannt.`,
    unknownKey: (subject, value) => `${subject}: Der Schlüssel ${value} ist unbekannt.`,
    unknownParameter: (subject, value) => `${subject}: Der Parameter ${value} ist unbekannt.`,
    form: 'Die Fragen brauchen die Form {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}.',
    formOfOne: 'Eine Frage hat die Form {"call": …, "merchant_id": …, "params": {…}}.',
    number: 'Möglich ist eine Zahl ohne Anführungszeichen.',
    merchantId: `${idWords}; für den einzigen Händler des Exports lassen Sie sie weg.`,
    storeId: `${idWords}; für alle Filialen lassen Sie sie weg.`,
    rounded: 'So große Zahlen werden beim Lesen von JSON gerundet: Schreiben Sie sie als Text, in Anführungszeichen.',
    latest: 'Für den spätesten Zeitpunkt des Exports lassen Sie ihn weg.',
    list: 'Möglich ist eine Liste von Fragen.',
    params: 'Möglich ist ein Objekt wie {"store_id": 1}.',
  },

  leftOut: (file) =>
    `${file} gehört dem Namen nach zu keinem Export. Lassen Sie die Datei weg oder benennen Sie sie um.`,
  unwritten: (cause) => `Die Antworten konnten nicht geschrieben werden: ${cause}.`,
  ended: 'Das Programm, das sie las, ist beendet',
  full: 'Der Datenträger ist voll',
  closed: 'stdout ist geschlossen oder wird von dem, was diesen Befehl startet, nicht gelesen',
};
