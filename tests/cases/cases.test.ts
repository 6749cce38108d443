import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { CardState } from '../../src/contract/matching.ts';
import type { NoteKind } from '../../src/contract/report.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { EngineError, settledByPerson } from '../../src/contract/errors.ts';
import { decide } from '../../src/state/opening/decided.ts';
import { draftsOf, needsLook, stateWords, withState } from '../../src/state/opening/drafts.ts';
import { problemsOf } from '../../src/state/opening/problems.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { openFile } from '../../workers/node/files.ts';
import { dataFiles } from '../../src/ui/data-files.ts';
import { caseFile, casePath } from '../support/cases.ts';
import { unpacked } from '../support/saved-tables.ts';

/** What is right of a case, whose files are an export as tills, shops and loyalty programmes write them. */
interface Expected {
  /** How many files a person has to look at; all that is proposed is accepted. */
  asks: number;
  /** What is asked: what the files' words for whether a card is active mean, as a person says. */
  states?: Record<string, CardState>;
  /** How many cards are active. */
  active?: number;
  /** Whose cards and transactions are counted, where there are several merchants: the first. */
  merchant?: number;
  cards: number;
  transactions: number;
  /** Of revenue by month: transactions, points, cents. Where it is not there, the case is not about it. */
  months?: Record<string, [number, number | null, number | null]>;
  /** Stores of the revenue, by name or else by id. */
  stores?: (string | number)[];
  /** The first instant of cards and transactions. */
  earliest?: string;
  /** When each transaction was, in order of time. */
  at?: string[];
  /** How many rows notes are about, by their kind. */
  notes?: Partial<Record<NoteKind, number>>;
  /** Files that are no part of the export. */
  leftOut: string[];
}

const engine: Engine = createNodeEngine();

/** Opens files the way the page goes: as they are, else as proposed. */
async function opened(files: File[], states: Expected['states']): Promise<{ summary: ExportSummary; asks: number }> {
  try {
    return { summary: await engine.load(files, () => undefined, new Map(), undefined, true), asks: 0 };
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || !settledByPerson.includes(thrown.code)) throw thrown;
  }
  const { files: found, unreadable } = await engine.inspect(files);
  expect(unreadable).toEqual([]);
  const wanted = await engine.wantedColumns();
  let drafts = draftsOf(found, wanted, () => null);
  expect(problemsOf(drafts, wanted).map(({ kind }) => kind)).toEqual(states ? ['states'] : []);
  for (const [word, state] of Object.entries(states ?? {}))
    drafts = drafts.map((draft) => (stateWords(draft).has(word) ? withState(draft, word, state) : draft));
  expect(problemsOf(drafts, wanted)).toEqual([]);
  const summary = await engine.load(files, () => undefined, decide(drafts).plans);
  return { summary, asks: drafts.filter(({ origin }) => needsLook(origin)).length };
}

/** When each transaction was, as the saved tables have it. */
async function instants(): Promise<unknown[]> {
  const saved = await unpacked(await engine.saveTables(() => undefined));
  const rows = await saved.run(
    "SELECT strftime(transaction_at, '%Y-%m-%dT%H:%M:%SZ') AS at FROM 'transactions.parquet' ORDER BY transaction_at",
  );
  await saved.close();
  return rows.map(({ at }) => at);
}

/** The files of a case; those of one with folders as the page takes them from a folder. */
async function filesOf(name: string): Promise<File[]> {
  const entries = readdirSync(casePath(name), { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== 'expect.json')
    .map((entry) => relative(fileURLToPath(casePath(name)), join(entry.parentPath, entry.name)));
  if (!paths.some((path) => path.includes('/')))
    return Promise.all(paths.map((path) => openFile(fileURLToPath(casePath(`${name}/${path}`)))));
  const found = await Promise.all(paths.map(async (path) => ({ path, file: await caseFile(`${name}/${path}`) })));
  return dataFiles(found).files;
}

const names = readdirSync(casePath(''), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'review')
  .map(({ name }) => name);

describe('an export as people have it', () => {
  it.each(names)('%s', async (name) => {
    const files = await filesOf(name);
    const expected = JSON.parse(readFileSync(casePath(`${name}/expect.json`), 'utf8')) as Expected;
    const { summary, asks } = await opened(files, expected.states);
    const { monthly, by_store } = await engine.revenueAttribution({ monthsBack: 60, merchantId: expected.merchant });
    const months = monthly.map((row) => [
      row.month,
      [row.transactions_count, row.total_points_earned, row.estimated_revenue_cents],
    ]);
    const notes = summary.files.flatMap((file) => file.notes.map(({ kind, rows }) => [kind, rows]));
    const [merchant] = summary.merchants;
    expect({
      asks,
      ...(expected.merchant !== undefined && { merchant: merchant!.id }),
      ...(expected.earliest !== undefined && { earliest: summary.earliest }),
      cards: merchant!.cards,
      transactions: merchant!.transactions,
      ...(expected.states && { states: expected.states }),
      ...(expected.active !== undefined && {
        active: (await engine.atRiskCards({ asOf: '2030-01-01T00:00:00Z' })).total_cards_checked,
      }),
      ...(expected.months && { months: Object.fromEntries(months) }),
      ...(expected.stores && { stores: by_store.map(({ store_id, store_name }) => store_name ?? store_id) }),
      ...(expected.at && { at: await instants() }),
      ...(expected.notes && { notes: Object.fromEntries(notes) }),
      leftOut: summary.leftOut.map(({ name }) => name),
    }).toEqual(expected);
  });
});
