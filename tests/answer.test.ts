import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { engineWith, goldenFiles } from './support/exports';

const root = fileURLToPath(new URL('..', import.meta.url));
const golden = (seed: string, file: string): string => join(root, 'tests', 'golden', seed, file);

interface Run {
  code: number;
  out: string;
  error: string;
}

function answer(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'answer', '--', ...args],
      { cwd: root, maxBuffer: 1 << 28 },
      (failure, out, error) => {
        resolve({ code: typeof failure?.code === 'number' ? failure.code : failure ? -1 : 0, out, error });
      },
    );
  });
}

async function questions(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'loyalty-lens-')), 'questions.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
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
          answer: await engine.revenueAttribution({ merchantId: 2, asOf, monthsBack: 12 }),
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

  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['an option is missing', async () => seedA, /--questions/],
    [
      'a file is not there',
      async () => ['--cards', 'nowhere.parquet', ...seedA.slice(2), '--questions', await questions({ answers: [] })],
      /nowhere\.parquet/,
    ],
    [
      'a file is no Parquet',
      async () => [
        '--cards',
        await questions('{}'),
        ...seedA.slice(2),
        '--questions',
        await questions({ answers: [] }),
      ],
      /questions\.json/,
    ],
    ['the questions have another form', async () => [...seedA, '--questions', await questions([])], /"answers"/],
    [
      'a parameter is out of range',
      async () => [
        ...seedA,
        '--questions',
        await questions({ answers: [{ call: 'get_cohort_retention', merchant_id: 1, params: { months_back: 99 } }] }),
      ],
      /99/,
    ],
    [
      'a call is unknown',
      async () => [...seedA, '--questions', await questions({ answers: [{ call: 'get_weather' }] })],
      /get_weather/,
    ],
  ])('says so and ends with 1 when %s', async (_, args, message) => {
    const { code, out, error } = await answer(...(await args()));
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(message);
  });
});
