import { expect } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { EngineError, settledByPerson } from '../../src/contract/errors.ts';
import type { CardState } from '../../src/contract/matching.ts';
import type { NoteKind } from '../../src/contract/report.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { decide } from '../../src/state/opening/decided.ts';
import { draftsOf, needsLook, stateWords, withState } from '../../src/state/opening/drafts.ts';
import { problemsOf } from '../../src/state/opening/problems.ts';
import { unpacked } from './saved-tables.ts';

/** What is right of a case, whose files are an export as tills, shops and loyalty programmes write them. */
export interface Expected {
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

/** Opens files the way the page goes: as they are, else as proposed. */
async function opened(
  engine: Engine,
  files: File[],
  states: Expected['states'],
): Promise<{ summary: ExportSummary; asks: number }> {
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
async function instants(engine: Engine): Promise<unknown[]> {
  const saved = await unpacked(await engine.saveTables(() => undefined));
  const rows = await saved.run(
    "SELECT strftime(transaction_at, '%Y-%m-%dT%H:%M:%SZ') AS at FROM 'transactions.parquet' ORDER BY transaction_at",
  );
  await saved.close();
  return rows.map(({ at }) => at);
}

/** What came of a case, as far as it is about it. */
export async function outcomeOf(engine: Engine, files: File[], expected: Expected): Promise<Record<string, unknown>> {
  const { summary, asks } = await opened(engine, files, expected.states);
  const { monthly, by_store } = await engine.revenueAttribution({ monthsBack: 60, merchantId: expected.merchant });
  const months = monthly.map((row) => [
    row.month,
    [row.transactions_count, row.total_points_earned, row.estimated_revenue_cents],
  ]);
  const notes = summary.files.flatMap((file) => file.notes.map(({ kind, rows }) => [kind, rows]));
  const [merchant] = summary.merchants;
  return {
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
    ...(expected.at && { at: await instants(engine) }),
    ...(expected.notes && { notes: Object.fromEntries(notes) }),
    leftOut: summary.leftOut.map(({ name }) => name),
  };
}
