import { realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDayStart, utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { isTimeZone } from '../../src/domain/time-zone.ts';
import type { CommandText } from '../../src/text/command-text.ts';
import { utcText } from '../answers/instant.ts';
import { parameterNames } from './questions.ts';
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
  /** The file that says how files are to be read. */
  plan: string | undefined;
}

/** The command itself is wrong, whatever is in the files. */
export class CommandError extends Error {}

const called =
  'npm run --silent answer -- --transactions F [--cards F] [--stores F] [--plan P.json] [--as-of ISO] [--time-zone Z] [--day-start H] --questions Q.json';

/** What `--help` prints. */
export function helpIn(text: CommandText): string {
  const calls = Object.entries(parameterNames).map(([call, names]) => `  ${call.padEnd(24)} ${names.join(', ')}`);
  return `${text.usage(called)}\n\n${text.help(calls.join('\n'))}`;
}

const value = { type: 'string' } as const;
const known = {
  cards: value,
  transactions: value,
  stores: value,
  orders: value,
  plan: value,
  'as-of': value,
  'time-zone': value,
  'day-start': value,
  questions: value,
  help: { type: 'boolean', short: 'h' },
} as const;

const kinds: readonly string[] = ['cards', 'transactions', 'stores', 'orders'];

/**
 * The options in the words of a command line; `help` when that is asked for.
 *
 * @throws CommandError in words: which option or word, and what was meant
 */
export function optionsOf(args: string[], text: CommandText): Options | 'help' {
  const { options: says } = text;
  const { tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new CommandError(says.withoutOption(token.value));
    if (!Object.hasOwn(known, token.name)) throw unknownOption(args[token.index]!, text);
    const values = given.get(token.name) ?? [];
    given.set(token.name, [...values, valueOf(token.rawName, token.value, token.inlineValue, text)]);
  }
  for (const name of ['transactions', 'questions'])
    if (!given.has(name)) throw new CommandError(`${says.missing(`--${name}`)}\n${text.usage(called)}`);
  for (const [name, values] of given)
    if (!kinds.includes(name) && values.length > 1) throw new CommandError(says.repeated(`--${name}`, values.length));
  const files = kinds.flatMap((kind) => given.get(kind) ?? []);
  refuseTwice(files, text);
  const asOf = given.get('as-of')?.[0];
  if (asOf !== undefined && utcText(asOf) === null)
    throw new CommandError(`${says.value('--as-of', asOf)} ${text.instant}`);
  const calendar = calendarOf(given.get('time-zone')?.[0], given.get('day-start')?.[0], text);
  return { files, asOf, calendar, questions: given.get('questions')![0]!, plan: given.get('plan')?.[0] };
}

function calendarOf(
  timeZone = utcCalendar.timeZone,
  dayStart = String(utcCalendar.dayStart),
  { options: says }: CommandText,
): Calendar {
  if (!isTimeZone(timeZone)) throw new CommandError(`${says.value('--time-zone', timeZone)} ${says.zone}`);
  if (!/^\d$/.test(dayStart) || !isDayStart(Number(dayStart)))
    throw new CommandError(`${says.value('--day-start', dayStart)} ${says.hour}`);
  return { ...utcCalendar, timeZone, dayStart: Number(dayStart) };
}

function unknownOption(word: string, text: CommandText): CommandError {
  const [name] = word.split('=', 1) as [string];
  const names = Object.keys(known).map((option) => `--${option}`);
  return new CommandError(`${text.options.unknown(name)} ${suggestion(name, names, text)}`);
}

function valueOf(option: string, given: string | undefined, inline: boolean | undefined, text: CommandText): string {
  if (!given) throw new CommandError(`${text.options.noValue(option)}\n${text.usage(called)}`);
  if (!inline && given.startsWith('-')) throw new CommandError(text.options.followed(option, given));
  return given;
}

/** Transactions without ids would count twice. */
function refuseTwice(paths: readonly string[], { options: says }: CommandText): void {
  const files = paths.map(sameFile);
  const twice = paths.find((_, index) => files.indexOf(files[index]!) < index);
  if (twice !== undefined) throw new CommandError(says.twice(twice));
}

/** One name for a file, however its path is written; a file that is not there is reported when it is opened. */
function sameFile(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
