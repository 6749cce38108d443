const and = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const idWords = 'An id is a whole number or a text';

/** What the command line says for itself, in English; the errors of the engine are among the words of the page. */
export const command = {
  usage: (called: string): string => `Usage: ${called}`,
  help: (calls: string): string => `Answers questions on an export without a browser, and prints them as JSON:
{as_of, answers: [{call, merchant_id, params, answer}]}

  --transactions F   the loyalty transactions: a Parquet, CSV or Excel file, or a zip of them
  --cards F          the loyalty cards; without them they follow from the transactions
  --stores F         the names of the stores
  --orders F         the orders of the till, of members and everybody else
                     Each of these may be given several times: all files count.
  --plan P.json      how the files are to be read, as the page saves it in its Data view
                     ("Save how this was read"); files without a plan speak for themselves
  --as-of ISO        the report date, such as 2026-04-11T20:57:23.123456Z;
                     else that of the questions, else the latest instant of the export
  --time-zone Z      the zone by whose days and months is counted, and in which times are
                     that name none, such as Europe/Luxembourg; else UTC
  --day-start H      the hour at which a day begins, from 0 to 6; else 0
  --questions Q.json the questions: {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}
  -h, --help         these words

The calls and their parameters, each of which may be left out:
${calls}

What changes numbers and may be a misunderstanding is said on stderr.
Exit codes: 0 answered, 1 the files or the questions cannot be answered, 2 the command is wrong.`,

  /** After a word that is not known. */
  known: (names: readonly string[]): string => `Known are ${and(names)}.`,
  meant: (name: string): string => `Did you mean "${name}"?`,

  options: {
    withoutOption: (value: string): string =>
      `Before "${value}" an option is missing that says what it is. Each file needs its own --cards, --transactions, --stores or --orders.`,
    missing: (option: string): string => `The option ${option} is missing.`,
    unknown: (option: string): string => `The option ${option} is unknown.`,
    repeated: (option: string, times: number): string =>
      `The option ${option} is given ${times} times; once is possible.`,
    noValue: (option: string): string => `The option ${option} has no value.`,
    followed: (option: string, next: string): string =>
      `The option ${option} has no value: "${next}" follows. If that is its value, write ${option}=${next}.`,
    value: (option: string, value: string): string => `The option ${option} has the value "${value}".`,
    zone: 'It takes the name of a zone, such as Europe/Luxembourg.',
    hour: 'It takes a whole hour from 0 to 6.',
    twice: (path: string): string => `${path} is given twice. Leave one of the two out.`,
  },

  instant: 'It takes an ISO-8601 instant such as 2026-04-11T20:57:23.123456Z.',

  /** Of files of JSON. */
  files: {
    absent: (path: string): string => `there is no file ${path}`,
    noJson: (path: string, cause: string): string => `${path} is no JSON: ${cause}.`,
    noText: 'its bytes are no text in UTF-8',
  },

  plan: {
    unread: (cause: string): string => `The plan could not be read: ${cause}.`,
    form: (path: string): string =>
      `${path} does not say how files are read. Save it in the Data view of the page: its form is {"format": "loyalty-lens-plan", "version": 1, "plans": {"<file name>": {…}}}.`,
    version: (path: string, version: string): string =>
      `${path} has the version ${version}; known is version 1. Save it once more in the Data view of the page.`,
    wrong: (path: string, file: string): string =>
      `${path} has a plan for ${file} that is not understood. Save it once more in the Data view of the page, or take that plan out.`,
    idle: (path: string, file: string, given: readonly string[]): string =>
      `${path} says how to read ${file}, but the files given are ${given.join(', ')}. Give that file, or write the name of the file that it is meant for in its place.`,
  },

  questions: {
    unread: (cause: string): string => `The questions could not be read: ${cause}.`,
    name: (index: number, call: string | undefined, path: string): string =>
      `Question ${index}${call ? ` (${call})` : ''} of ${path}`,
    /** What stands where a question, a key of it or the file itself is wrong. */
    is: (subject: string, value: string): string => `${subject} is ${value}.`,
    lacks: (subject: string, key: string): string => `${subject} has no ${key}.`,
    has: (subject: string, key: string, value: string): string => `${subject} has the ${key} ${value}.`,
    unknownCall: (subject: string, value: string): string => `${subject} has the unknown call ${value}.`,
    unknownKey: (subject: string, value: string): string => `${subject} has the unknown key ${value}.`,
    unknownParameter: (subject: string, value: string): string => `${subject} has the unknown parameter ${value}.`,
    form: 'The questions need the form {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}.',
    formOfOne: 'A question has the form {"call": …, "merchant_id": …, "params": {…}}.',
    number: 'It takes a number, without quotes.',
    merchantId: `${idWords}; leave it out for the only merchant of the export.`,
    storeId: `${idWords}; leave it out for all stores.`,
    rounded: 'Numbers of that size are rounded when JSON is read: write it as text, in quotes.',
    latest: 'Leave it out for the latest instant of the export.',
    list: 'It takes a list of questions.',
    params: 'It takes an object such as {"store_id": 1}.',
  },

  leftOut: (file: string): string => `${file} is by its name no part of an export. Leave it out, or rename it.`,
  unwritten: (cause: string): string => `The answers could not be written: ${cause}.`,
  ended: 'the program that was reading them has ended',
  full: 'the disk is full',
  closed: 'stdout is closed, or ignored by what runs this',
};
