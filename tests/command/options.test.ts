import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utcCalendar } from '../../src/contract/calendar.ts';
import { command as text } from '../../src/text/en/command.ts';
import { CommandError, optionsOf as optionsIn } from '../../workers/command/options.ts';

const optionsOf = (args: string[]) => optionsIn(args, text);
const words = (line: string): string[] => line.split(' ');
const all = words('--cards c --transactions t --questions q');
const known =
  'Known are --cards, --transactions, --stores, --orders, --plan, --as-of, --time-zone, --day-start, --questions and --help.';
const calendar = utcCalendar;

function messageOf(args: string[]): string {
  try {
    optionsOf(args);
  } catch (thrown) {
    if (thrown instanceof CommandError) return thrown.message;
    throw thrown;
  }
  throw new Error('The options were understood.');
}

describe('the options of the command', () => {
  it('are the files, each option of them once or several times, the report date and the questions', () => {
    expect(optionsOf(all)).toEqual({ files: ['c', 't'], asOf: undefined, calendar, questions: 'q', plan: undefined });
    expect(
      optionsOf(
        words(
          '--questions=q --stores s1 --transactions t1 --cards c1 --transactions=t2 --cards c2 --stores s2 --as-of 2026-04-11',
        ),
      ),
    ).toMatchObject({ files: ['c1', 'c2', 't1', 't2', 's1', 's2'], asOf: '2026-04-11', calendar, questions: 'q' });
    expect(optionsOf(words('--transactions t --questions q --plan p'))).toMatchObject({ files: ['t'], plan: 'p' });
    expect(optionsOf(words('--cards=-c --transactions t --questions q'))).toMatchObject({ files: ['-c', 't'] });
  });

  it('may say by which calendar', () => {
    expect(optionsOf([...all, ...words('--time-zone Europe/Luxembourg --day-start 4')])).toMatchObject({
      calendar: { timeZone: 'Europe/Luxembourg', weekStart: 1, dayStart: 4 },
    });
  });

  it.each(['--help', '-h', '--card --help', 'x -h'])('%s asks for help', (line) => {
    expect(optionsOf(words(line))).toBe('help');
  });

  it.each<[string, string]>([
    ['--card c', `The option --card is unknown. Did you mean "--cards"? ${known}`],
    ['-cards c', `The option -cards is unknown. Did you mean "--cards"? ${known}`],
    ['--transaction=t', `The option --transaction is unknown. Did you mean "--transactions"? ${known}`],
    ['--asof x', `The option --asof is unknown. Did you mean "--as-of"? ${known}`],
    ['--zebra', `The option --zebra is unknown. ${known}`],
    ['--constructor x', `The option --constructor is unknown. ${known}`],
  ])('an unknown one is named with what was meant: %s', (line, message) => {
    expect(messageOf([...all, ...words(line)])).toBe(message);
  });

  it.each<[string, RegExp]>([
    ['c --transactions t --questions q', /^Before "c" an option is missing/],
    ['--cards c --transactions t t2 --questions q', /^Before "t2" an option is missing/],
    ['--cards c --transactions t --questions q -- r', /^Before "r" an option is missing/],
    ['--transactions t --questions q --plan', /^The option --plan has no value\./],
    ['--cards c --transactions t --questions q --time-zone Mars', /^The option --time-zone has the value "Mars"/],
    ['--cards c --transactions t --questions q --day-start 7', /^The option --day-start has the value "7"/],
    ['--cards c --questions q', /^The option --transactions is missing\./],
    ['--cards c --transactions t', /^The option --questions is missing\./],
    ['--cards --transactions t --questions q', /^The option --cards has no value: "--transactions" follows\./],
    ['--cards c --transactions t --questions', /^The option --questions has no value\./],
    ['--cards= --transactions t --questions q', /^The option --cards has no value\./],
    ['--cards c --transactions t --questions q --questions r', /^The option --questions is given 2 times/],
    [
      '--cards c --transactions t --questions q --as-of 2026-04-11 --as-of 2026-04-12',
      /^The option --as-of is given 2 times/,
    ],
    [
      '--cards c --transactions t --questions q --as-of 2026-04-11T12:00+99:99',
      /^The option --as-of has the value "2026-04-11T12:00\+99:99"\. It takes an ISO-8601 instant/,
    ],
  ])('%s is refused in words', (line, message) => {
    expect(messageOf(words(line))).toMatch(message);
  });

  it('a file is given once, however its path is written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-'));
    await writeFile(join(folder, 't.csv'), '');
    await symlink(join(folder, 't.csv'), join(folder, 'link.csv'));
    for (const again of [`${folder}/./t.csv`, join(folder, 'link.csv')])
      expect(messageOf([...all, '--transactions', join(folder, 't.csv'), '--transactions', again])).toBe(
        `${again} is given twice. Leave one of the two out.`,
      );
  });
});
