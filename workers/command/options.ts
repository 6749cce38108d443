import { realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDayStart, utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { isTimeZone } from '../../src/domain/time-zone.ts';
import { utcText } from '../answers/instant.ts';
import { instantWords, knownParameters } from './questions.ts';
import { suggestion } from './suggestion.ts';

/** What is asked of the command. */
export interface Options {
  /** The files of the export, in the order in which they were given. */
  files: string[];
  asOf: string | undefined;
  /** Whose days and months are counted by, and whose wall-clock time instants without a zone are. */
  calendar: Calendar;
  /** The file of the questions. */
  questions: string;
}

/** The command itself is wrong, whatever is in the files. */
export class CommandError extends Error {}

const usage =
  'Usage: npm run --silent answer -- --cards F --transactions F [--stores F] [--as-of ISO] [--time-zone Z] [--day-start H] --questions Q.json';

/** What `--help` prints. */
export const help = `${usage}

Answers questions on an export without a browser, and prints them as JSON:
{as_of, answers: [{call, merchant_id, params, answer}]}

  --cards F          the loyalty cards: a Parquet or CSV file, or a zip of them
  --transactions F   the loyalty transactions
  --stores F         the names of the stores
                     Each of these may be given several times: all files count.
  --as-of ISO        the report date, such as 2026-04-11T20:57:23.123456Z;
                     else that of the questions, else the latest instant of the export
  --time-zone Z      the zone by whose days and months is counted, and in which times are
                     that name none, such as Europe/Luxembourg; else UTC
  --day-start H      the hour at which a day begins, from 0 to 6; else 0
  --questions Q.json the questions: {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}
  -h, --help         these words

The calls and their parameters, each of which may be left out:
${knownParameters.map(([call, names]) => `  ${call.padEnd(24)} ${names.join(', ')}`).join('\n')}

Exit codes: 0 answered, 1 the files or the questions cannot be answered, 2 the command is wrong.`;

const text = { type: 'string' } as const;
const known = {
  cards: text,
  transactions: text,
  stores: text,
  'as-of': text,
  'time-zone': text,
  'day-start': text,
  questions: text,
  help: { type: 'boolean', short: 'h' },
} as const;

const kinds: readonly string[] = ['cards', 'transactions', 'stores'];

/**
 * The options in the words of a command line; `help` when that is asked for.
 *
 * @throws CommandError in words: which option or word, and what was meant
 */
export function optionsOf(args: string[]): Options | 'help' {
  const { tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new CommandError(
        `Before "${token.value}" an option is missing that says what it is. Each file needs its own --cards, --transactions or --stores.`,
      );
    if (!Object.hasOwn(known, token.name)) throw unknownOption(args[token.index]!);
    const values = given.get(token.name) ?? [];
    given.set(token.name, [...values, valueOf(token.rawName, token.value, token.inlineValue)]);
  }
  for (const name of ['cards', 'transactions', 'questions'])
    if (!given.has(name)) throw new CommandError(`The option --${name} is missing.\n${usage}`);
  for (const [name, values] of given)
    if (!kinds.includes(name) && values.length > 1)
      throw new CommandError(`The option --${name} is given ${values.length} times; once is possible.`);
  const files = kinds.flatMap((kind) => given.get(kind) ?? []);
  refuseTwice(files);
  const asOf = given.get('as-of')?.[0];
  if (asOf !== undefined && utcText(asOf) === null)
    throw new CommandError(`The option --as-of has the value "${asOf}". ${instantWords}`);
  const calendar = calendarOf(given.get('time-zone')?.[0], given.get('day-start')?.[0]);
  return { files, asOf, calendar, questions: given.get('questions')![0]! };
}

function calendarOf(timeZone = utcCalendar.timeZone, dayStart = String(utcCalendar.dayStart)): Calendar {
  if (!isTimeZone(timeZone))
    throw new CommandError(
      `The option --time-zone has the value "${timeZone}". It takes the name of a zone, such as Europe/Luxembourg.`,
    );
  if (!/^\d$/.test(dayStart) || !isDayStart(Number(dayStart)))
    throw new CommandError(`The option --day-start has the value "${dayStart}". It takes a whole hour from 0 to 6.`);
  return { ...utcCalendar, timeZone, dayStart: Number(dayStart) };
}

function unknownOption(word: string): CommandError {
  const [name] = word.split('=', 1) as [string];
  const names = Object.keys(known).map((option) => `--${option}`);
  return new CommandError(`The option ${name} is unknown. ${suggestion(name, names)}`);
}

function valueOf(option: string, value: string | undefined, inline: boolean | undefined): string {
  if (!value) throw new CommandError(`The option ${option} has no value.\n${usage}`);
  if (!inline && value.startsWith('-'))
    throw new CommandError(
      `The option ${option} has no value: "${value}" follows. If that is its value, write ${option}=${value}.`,
    );
  return value;
}

/** Transactions without ids would count twice. */
function refuseTwice(paths: readonly string[]): void {
  const files = paths.map(sameFile);
  const twice = paths.find((_, index) => files.indexOf(files[index]!) < index);
  if (twice !== undefined) throw new CommandError(`${twice} is given twice. Leave one of the two out.`);
}

/** One name for a file, however its path is written; a file that is not there is reported when it is opened. */
function sameFile(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
