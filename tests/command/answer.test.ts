import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../workers/command/outcome.ts';
import { withStoreNames } from '../../workers/command/store-names.ts';
import { wordsFor } from '../../workers/command/words.ts';
import { engineWith, goldenFiles } from '../support/exports.ts';
import type { ServiceRevenue } from '../support/service-answers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const golden = (seed: string, file: string): string => join(root, 'tests', 'golden', seed, file);

interface Run {
  code: number | null;
  out: string;
  error: string;
}

const command = ['npm', 'run', '--silent', 'answer', '--'];
/** What npm runs. It takes half a second less: npm itself is looked at where it matters. */
const alone = ['node', 'workers/command/answer.mjs'];

/** What the command comes to, without a process of its own: each takes more than a second. */
function answer(...args: string[]): Promise<Run> {
  return answerIn('C', ...args);
}

async function answerIn(locale: string, ...args: string[]): Promise<Run> {
  const { code, line, warnings } = await outcomeOf(args, await wordsFor({ LC_ALL: locale }));
  const error = warnings.map((warning) => `${warning}\n`).join('');
  return code === 0 ? { code, out: line, error } : { code, out: '', error: `${line}\n` };
}

/** The command in a shell that does something to it: `"$@"` stands for it. */
function inShell(script: string, ...args: string[]): Promise<Run> {
  return run(['sh', '-c', script, 'sh', ...args]);
}

/** @param onStart what happens to the process before it can say anything */
function run([program, ...args]: string[], onStart?: (child: ChildProcess) => void, locale = 'C'): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, { cwd: root, env: { ...process.env, LC_ALL: locale } });
    const texts = { out: '', error: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.error += text));
    child.on('error', reject).on('close', (code) => resolve({ code, ...texts }));
    onStart?.(child);
  });
}

async function file(name: string, content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'loyalty-lens-')), name);
  await writeFile(path, content);
  return path;
}

function questions(content: unknown): Promise<string> {
  return file('questions.json', JSON.stringify(content));
}

const seedA = [
  '--cards',
  golden('seed-a', 'cards.parquet'),
  '--transactions',
  golden('seed-a', 'transactions.parquet'),
];

describe('npm run answer', () => {
  it('answers the questions of a file as the engine does, and echoes them', async () => {
    const asked = [
      { call: 'get_cohort_retention', merchant_id: 1, params: { months_back: 3 }, answer: { ignored: true } },
      { call: 'get_at_risk_cards', merchant_id: 2, params: { inactivity_multiplier: 1.5, limit: 3 } },
      { call: 'get_revenue_attribution', merchant_id: 2, params: { months_back: 12 } },
      { call: 'get_cohort_retention', merchant_id: '1', params: { store_id: 3, months_back: 12 } },
      { call: 'get_at_risk_cards', merchant_id: 1, params: { store_id: '3' } },
      { call: 'get_revenue_attribution', merchant_id: 1, params: { points_per_currency_unit: 10, store_id: 3 } },
    ];
    const asOf = '2026-04-11T20:57:23.123456+00:00';
    const { code, out, error } = await answer(
      ...seedA,
      '--stores',
      golden('seed-a', 'stores.parquet'),
      '--questions',
      await questions({ as_of: asOf, answers: asked }),
    );
    expect([code, error]).toEqual([0, '']);
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    expect(JSON.parse(out)).toEqual({
      as_of: asOf,
      answers: [
        {
          call: 'get_cohort_retention',
          merchant_id: 1,
          params: { months_back: 3 },
          answer: await engine.cohortRetention({ merchantId: 1, asOf, monthsBack: 3 }),
        },
        {
          call: 'get_at_risk_cards',
          merchant_id: 2,
          params: { inactivity_multiplier: 1.5, limit: 3 },
          answer: await engine.atRiskCards({ merchantId: 2, asOf, multiplier: 1.5, limit: 3 }),
        },
        {
          call: 'get_revenue_attribution',
          merchant_id: 2,
          params: { months_back: 12 },
          answer: withStoreNames(await engine.revenueAttribution({ merchantId: 2, asOf, monthsBack: 12 })),
        },
        {
          call: 'get_cohort_retention',
          merchant_id: '1',
          params: { store_id: 3, months_back: 12 },
          answer: await engine.cohortRetention({ merchantId: 1, asOf, storeId: 3, monthsBack: 12 }),
        },
        {
          call: 'get_at_risk_cards',
          merchant_id: 1,
          params: { store_id: '3' },
          answer: await engine.atRiskCards({ merchantId: 1, asOf, storeId: 3 }),
        },
        {
          call: 'get_revenue_attribution',
          merchant_id: 1,
          params: { points_per_currency_unit: 10, store_id: 3 },
          answer: withStoreNames(
            await engine.revenueAttribution({ merchantId: 1, asOf, storeId: 3, pointsPerCurrencyUnit: 10 }),
          ),
        },
      ],
    });
  });

  it('takes the report date from the option first', async () => {
    const { out } = await answer(
      ...seedA,
      '--as-of',
      '2025-12-31T00:00:00Z',
      '--questions',
      await questions({ as_of: '2026-04-11', answers: [] }),
    );
    expect(JSON.parse(out)).toEqual({ as_of: '2025-12-31T00:00:00Z', answers: [] });
  });

  it('counts every file of a kind, and reads questions with a byte order mark', async () => {
    const cards = (rows: string): Promise<string> =>
      file('cards.csv', `id,card_number,created_at,last_activity_at,is_active,points_balance\n${rows}`);
    const transactions = (rows: string): Promise<string> =>
      file('transactions.csv', `card_id,store_id,transaction_type,points_delta,transaction_at\n${rows}`);
    const { out, error } = await answer(
      ...['--cards', await cards('1,LC-1,2026-01-02,2026-02-20,true,12\n')],
      ...['--cards', await cards('2,LC-2,2026-01-03,2026-02-21,true,30\n')],
      ...['--transactions', await transactions('1,5,points_earned,10,2026-01-10\n1,5,points_earned,2,2026-02-20\n')],
      ...['--transactions', await transactions('2,5,points_earned,30,2026-02-21\n')],
      ...[
        '--stores',
        await file('stores.csv', 'id,name\n5,Gare\n'),
        '--stores',
        await file('more.csv', 'id,name\n6,Port\n'),
      ],
      ...['--questions', await file('questions.json', '\ufeff{"answers": [{"call": "get_revenue_attribution"}]}')],
    );
    expect(error).toBe('');
    const [{ answer: revenue }] = JSON.parse(out).answers;
    expect(revenue.monthly).toMatchObject([
      { month: '2026-01', transactions_count: 1, total_points_earned: 10, unique_customers: 1 },
      { month: '2026-02', transactions_count: 2, total_points_earned: 32, unique_customers: 2 },
    ]);
    expect(revenue.by_store).toMatchObject([{ store_id: 5, store_name: 'Gare', transactions_count: 3 }]);
  });

  it('calls a store without a name as the service does, whatever the language of the shell', async () => {
    const asked = await questions({ answers: [{ call: 'get_revenue_attribution', merchant_id: 1 }] });
    const { out } = await inShell('LC_ALL=fr_FR.UTF-8 "$@"', ...command, ...seedA, '--questions', asked);
    const { by_store } = JSON.parse(out).answers[0].answer as ServiceRevenue;
    expect(by_store.length).toBeGreaterThan(2);
    expect(by_store.map(({ store_name }) => store_name)).toEqual(by_store.map(({ store_id }) => `Store ${store_id}`));
  });

  it('answers recorded questions, and writes all of it to a reader that takes its time', async () => {
    const path = golden('seed-a', 'expected.json');
    const { code, out } = await run([...command, ...seedA, '--questions', path], ({ stdout }) => {
      stdout!.once('data', () => {
        stdout!.pause();
        setTimeout(() => stdout!.resume(), 500);
      });
    });
    expect(code).toBe(0);
    const recorded = JSON.parse(await readFile(path, 'utf8'));
    expect(out.length).toBeGreaterThan(100_000);
    expect(JSON.parse(out).answers.map(withoutAnswer)).toEqual(recorded.answers.map(withoutAnswer));
  });

  it('prints its usage when asked', async () => {
    const { code, out, error } = await inShell('"$@"', ...command, '--help');
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: npm run --silent answer -- /);
    expect(out).toContain('months_back, points_per_currency_unit, store_id');
    expect(out).toContain('Exit codes: 0 ');
  });

  it.each<[string, number, () => Promise<string[]>, RegExp]>([
    ['an option is missing', 2, async () => seedA, /--questions/],
    ['an option is unknown', 2, async () => ['--card', 'cards.csv'], /^The option --card is unknown\. .*"--cards"/],
    [
      'a file is not there',
      1,
      async () => ['--cards', 'nowhere.parquet', ...seedA.slice(2), '--questions', await questions({ answers: [] })],
      /nowhere\.parquet/,
    ],
    [
      'a file is no Parquet',
      1,
      async () => [
        '--cards',
        await file('cards.json', '{}'),
        ...seedA.slice(2),
        '--questions',
        await questions({ answers: [] }),
      ],
      /cards\.json/,
    ],
    [
      'a file would be left out',
      1,
      async () => [
        ...seedA,
        '--transactions',
        await file('more.png', ''),
        '--questions',
        await questions({ answers: [] }),
      ],
      /^more\.png is by its name no part of an export/,
    ],
    [
      'the questions are not there',
      1,
      async () => [...seedA, '--questions', 'nowhere.json'],
      /^The questions could not be read: .*nowhere\.json/,
    ],
    [
      'a parameter is unknown',
      1,
      async () => [
        ...seedA,
        '--questions',
        await questions({ answers: [{ call: 'get_cohort_retention', merchant_id: 1, params: { month_back: 3 } }] }),
      ],
      /^Question 1 \(get_cohort_retention\) of .*questions\.json has the unknown parameter "month_back"/,
    ],
    [
      'a parameter is out of range',
      1,
      async () => [
        ...seedA,
        '--questions',
        await questions({
          answers: [
            { call: 'get_cohort_retention', merchant_id: 1 },
            { call: 'get_at_risk_cards', merchant_id: 1, params: { inactivity_multiplier: -1.5 } },
          ],
        }),
      ],
      /^Question 2 \(get_at_risk_cards\) of .*questions\.json: “-1\.5” is not possible for inactivity_multiplier\n/,
    ],
    [
      'a merchant is to be chosen',
      1,
      async () => [...seedA, '--questions', await questions({ answers: [{ call: 'get_at_risk_cards' }] })],
      /^Question 1 \(get_at_risk_cards\) of .*questions\.json: Which merchant\?\n.* 1, 2\./,
    ],
  ])('says so in words when %s, and ends with %i', async (_, ends, args, message) => {
    const { code, out, error } = await answer(...(await args()));
    expect([code, out]).toEqual([ends, '']);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/^ +at /m);
  });
});

describe.each([
  {
    locale: 'fr_LU.UTF-8',
    usage:
      /^Utilisation\u00a0: npm run --silent answer -- .*\n\nRépond sans navigateur [^]*get_at_risk_cards[^]*\nCodes de sortie\u00a0: 0 /,
    unknown:
      /^L’option --card est inconnue\. Vouliez-vous dire «\u00a0--cards\u00a0»\u202f\? Valeurs connues\u00a0: --cards, .* et --help\.\n$/,
    absent: /^Les questions n’ont pas pu être lues\u00a0: le fichier nowhere\.json n’existe pas\.\n$/,
    parameter:
      /^Question 1 \(get_cohort_retention\) de .*\u00a0: paramètre "month_back" inconnu\. Vouliez-vous dire «\u00a0months_back/,
    noCards: /^nowhere\.parquet ne peut pas être lu\n.*\(il n’existe pas\)/,
  },
  {
    locale: 'de_LU.UTF-8',
    usage: /^Aufruf: npm run --silent answer -- .*\n\nBeantwortet Fragen [^]*get_at_risk_cards[^]*\nRückgabewerte: 0 /,
    unknown: /^Die Option --card ist unbekannt\. Meinten Sie „--cards“\? Bekannt sind --cards, .* und --help\.\n$/,
    absent: /^Die Fragen konnten nicht gelesen werden: Die Datei nowhere\.json gibt es nicht\.\n$/,
    parameter:
      /^Frage 1 \(get_cohort_retention\) in .*: Der Parameter "month_back" ist unbekannt\. Meinten Sie „months_back/,
    noCards: /^nowhere\.parquet .*\n.*\(es gibt sie nicht\)/,
  },
])('in the language of the shell, $locale', ({ locale, usage, unknown, absent, parameter, noCards }) => {
  const said = (...args: string[]): Promise<Run> => answerIn(locale, ...args);

  it('its usage', async () => {
    const { code, out, error } = await run([...alone, '--help'], undefined, locale);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(usage);
    expect(out).not.toMatch(/(?<!-)\b(the|of|files?|each)\b/);
  });

  it('an option that is unknown', async () => {
    expect(await said('--card', 'cards.csv')).toEqual({ code: 2, out: '', error: expect.stringMatching(unknown) });
  });

  it('questions that are not there, and a parameter of them that is unknown', async () => {
    expect(await said(...seedA, '--questions', 'nowhere.json')).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(absent),
    });
    const asked = await questions({ answers: [{ call: 'get_cohort_retention', params: { month_back: 3 } }] });
    expect((await said(...seedA, '--questions', asked)).error).toMatch(parameter);
  });

  it('a file that is not there', async () => {
    const asked = await questions({ answers: [] });
    const { code, error } = await said('--cards', 'nowhere.parquet', ...seedA.slice(2), '--questions', asked);
    expect(code).toBe(1);
    expect(error).toMatch(noCards);
  });
});

describe('answers that cannot be written', () => {
  const asked = async (): Promise<string[]> => [...seedA, '--questions', await questions({ answers: [] })];
  const words = (cause: string): Run => ({
    code: 1,
    out: '',
    error: `The answers could not be written: ${cause}.\n`,
  });

  it('because their reader has ended', async () => {
    const ended = await run([...command, ...(await asked())], ({ stdout }) => stdout!.destroy());
    expect(ended).toEqual(words('the program that was reading them has ended'));
  });

  it('because the disk is full', async () => {
    expect(await inShell('"$@" > /dev/full', ...command, ...(await asked()))).toEqual(words('the disk is full'));
  });

  it('because a part of them found room', async () => {
    const path = await file('answers.json', '');
    // npm writes files too, so Node alone. One block is shorter than the usage.
    const limited = await inShell(`ulimit -f 1; "$@" > '${path}'`, ...alone, '--help');
    expect(limited).toEqual(words('EFBIG: file too large, write'));
    expect((await readFile(path)).length).toBeGreaterThan(0);
  });

  it('because stdout is closed', async () => {
    expect(await inShell('"$@" >&-', ...command, '--help')).toEqual(
      words('stdout is closed, or ignored by what runs this'),
    );
    expect(await inShell('"$@" > /dev/null', ...command, '--help')).toEqual({ code: 0, out: '', error: '' });
  });

  it.each(['2>&-', '2> /dev/full'])('and neither can the words: %s', async (redirection) => {
    expect(await inShell(`"$@" ${redirection}`, ...command, '--card')).toEqual({ code: 2, out: '', error: '' });
  });
});

function withoutAnswer({ call, merchant_id, params }: Record<string, unknown>): Record<string, unknown> {
  return { call, merchant_id, params };
}
