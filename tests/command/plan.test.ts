import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FilePlan } from '../../src/contract/matching.ts';
import { planFileOf } from '../../src/domain/plan-file.ts';
import { outcomeOf } from '../../workers/command/outcome.ts';
import { wordsFor } from '../../workers/command/words.ts';

async function file(name: string, content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'loyalty-lens-')), name);
  await writeFile(path, content);
  return path;
}

/** What a till writes: names of its own, amounts in units, words of its own. */
const sales = [
  'Wer,Wann,Wieviel,Was',
  'C1,03/01/2026 10:00,12.50,Sale',
  'C2,04/01/2026 10:00,7.50,Sale',
  'C1,05/02/2026 18:00,-7.50,Back',
].join('\n');

const plan: FilePlan = {
  kind: 'transactions',
  columns: { card_id: 'Wer', transaction_at: 'Wann', purchase_amount_cents: 'Wieviel', transaction_type: 'Was' },
  dialect: { dates: 'day-first', decimal: '.' },
  readingFrom: 'person',
  types: { Sale: 'purchase', Back: 'refund' },
  amounts: 'units',
};

const revenue = { answers: [{ call: 'get_revenue_attribution', params: { months_back: 3 } }] };

async function answer(transactions: string, saved: string | null, locale = 'C', more: string[] = []) {
  const asked = await file('questions.json', JSON.stringify(revenue));
  const planned = saved === null ? [] : ['--plan', await file('plan.json', saved)];
  const args = ['--transactions', transactions, ...more, ...planned, '--questions', asked];
  return outcomeOf(args, await wordsFor({ LC_ALL: locale }));
}

const planned = (plans: Record<string, FilePlan | null>): string => planFileOf(new Map(Object.entries(plans)));

describe('a plan that the page saved', () => {
  it('is how the files are read, without cards and without a browser', async () => {
    const { code, line, warnings } = await answer(await file('sales.csv', sales), planned({ 'sales.csv': plan }));
    expect([code, warnings]).toEqual([0, []]);
    expect(JSON.parse(line).as_of).toBe('2026-02-05T18:00:00.000000Z');
    expect(JSON.parse(line).answers[0].answer.monthly).toMatchObject([
      { month: '2026-01', transactions_count: 2, unique_customers: 2 },
    ]);
  });

  it('leaves out what it says is to be left out, and says nothing of files that speak for themselves', async () => {
    const own = await file('own.csv', 'card_id,transaction_at,purchase_amount_cents\n1,2026-01-02,100\n');
    const { code, line } = await answer(own, planned({ 'sales.csv': null, 'not-here.csv': null }), 'C', [
      '--transactions',
      await file('sales.csv', sales),
    ]);
    expect(code, line).toBe(0);
    expect(JSON.parse(line).answers[0].answer.monthly).toMatchObject([{ transactions_count: 1 }]);
  });

  it.each<[string, string, RegExp]>([
    ['is no JSON', '{', /plan\.json is no JSON: /],
    ['is another file', '{"answers": []}', /plan\.json does not say how files are read\. Save it in the Data view/],
    [
      'is of a version to come',
      '{"format": "loyalty-lens-plan", "version": 2, "plans": {}}',
      /plan\.json has the version 2; known is version 1\. Save it once more/,
    ],
    [
      'has a plan that is none',
      '{"format": "loyalty-lens-plan", "version": 1, "plans": {"sales.csv": {"kind": "visits"}}}',
      /plan\.json has a plan for sales\.csv that is not understood\. Save it once more/,
    ],
    [
      'is of other files',
      planned({ 'old.csv': plan }),
      /plan\.json says how to read old\.csv, but the files given are sales\.csv\. Give that file, or write/,
    ],
  ])('that %s is refused in words', async (_, saved, message) => {
    const { code, line } = await answer(await file('sales.csv', sales), saved);
    expect(code).toBe(1);
    expect(line).toMatch(message);
  });
});

describe('what changes numbers', () => {
  const columns = 'card_id,transaction_at,purchase_amount_cents\n';

  it('is said beside the answers, in the language of the command', async () => {
    const path = await file('t.csv', `${columns}1,2026-01-02,100\n1,2199-01-03,100\n1,never,100\n`);
    const { code, warnings } = await answer(path, null);
    expect(code).toBe(0);
    expect(warnings).toEqual([
      'Only 67% of the rows could be used: 1 of 3 are in no answer.',
      '1 transaction is dated in the future: the day and the month may be the wrong way round.',
    ]);
    const inGerman = await answer(path, null, 'de_DE.UTF-8');
    expect(inGerman.warnings[0]).toMatch(/^Nur 67\s%/);
  });

  it('is not said where there is nothing', async () => {
    const { warnings } = await answer(await file('t.csv', `${columns}1,2026-01-02,100\n`), null);
    expect(warnings).toEqual([]);
  });
});
