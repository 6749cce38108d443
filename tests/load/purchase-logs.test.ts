import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { decide } from '../../src/state/opening/decided.ts';
import type { Draft } from '../../src/state/opening/draft.ts';
import { draftsOf, withDialect } from '../../src/state/opening/drafts.ts';
import { problemsOf } from '../../src/state/opening/problems.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { openFile } from '../../workers/node/files.ts';
import { howToGet, realFiles } from '../support/real-files.ts';

const folder = realFiles();
const pathOf = (name: string): string => fileURLToPath(new URL(name, folder!));

/** What a log comes to, computed by native DuckDB of the rows as they are, with nothing of the engine. */
interface Log {
  customers: number;
  receipts: number;
  /** Receipts and cents by month. */
  months: Record<string, [number, number]>;
}

/** @param receipts SQL that answers `customer`, `day` and `cents` of each receipt, those of money given back among them */
async function natively(receipts: string): Promise<Log> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`CREATE TABLE receipts AS ${receipts}`);
  const rowsOf = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const [all] = await rowsOf(
    'SELECT count(DISTINCT customer)::INTEGER AS customers, count(*)::INTEGER AS receipts FROM receipts',
  );
  const months = await rowsOf(`
    SELECT strftime(day, '%Y-%m') AS month, count(*)::INTEGER AS receipts, sum(cents)::DOUBLE AS cents
    FROM receipts WHERE cents > 0 GROUP BY ALL ORDER BY month`);
  return {
    ...(all as Pick<Log, 'customers' | 'receipts'>),
    months: Object.fromEntries(
      months.map(({ month, receipts: count, cents }) => [month, [count, cents]]),
    ) as Log['months'],
  };
}

/** Opens a log the way of the page: asked about, and answered as proposed but for what `answer` says. */
async function opened(
  engine: Engine,
  path: string,
  answer: (draft: Draft) => Draft,
): Promise<{ log: Log; asked: string[]; summary: ExportSummary }> {
  const files = [await openFile(path)];
  const { files: found } = await engine.inspect(files);
  const wanted = await engine.wantedColumns();
  const drafts = draftsOf(found, wanted, () => null);
  const asked = problemsOf(drafts, wanted).map(({ kind }) => kind);
  const answered = drafts.map(answer);
  expect(problemsOf(answered, wanted)).toEqual([]);
  const plans: FilePlans = decide(answered).plans;
  const summary = await engine.load(files, () => undefined, plans);
  const { monthly } = await engine.revenueAttribution({ monthsBack: 60 });
  const [merchant] = summary.merchants;
  return {
    asked,
    summary,
    log: {
      customers: merchant!.cards,
      receipts: merchant!.transactions,
      months: Object.fromEntries(
        monthly.map((row) => [row.month, [row.transactions_count, Number(row.estimated_revenue_cents)]]),
      ),
    },
  };
}

describe('public logs of purchases are exports, to the cent', () => {
  if (!folder) {
    it.fails(`expects the logs: ${howToGet}`, () => expect(folder).not.toBeNull());
    return;
  }
  const engine = createNodeEngine();

  it('CDNOW: customer, day, items and dollars, with spaces between them and no names', async () => {
    const path = pathOf('cdnow/CDNOW_master_restored.txt');
    const { log, asked } = await opened(engine, path, (draft) => draft);
    expect(asked).toEqual([]);
    expect(log.customers).toBe(23_570);
    expect(log).toEqual(
      await natively(`
        SELECT fields[1] AS customer, strptime(fields[2], '%Y%m%d') AS day, round(fields[4]::DECIMAL(12, 2) * 100)::BIGINT AS cents
        FROM (SELECT string_split_regex(trim(line), ' +') AS fields
          FROM (SELECT unnest(string_split(content, chr(10))) AS line FROM read_text('${path}')) WHERE trim(line) <> '')`),
    );
  });

  it('Online Retail: lines of invoices, money given back and customers who are not known', async () => {
    const path = pathOf('online_retail/online_retail.parquet');
    const monthFirst = (draft: Draft): Draft => withDialect(draft, { dates: 'month-first' });
    const { log, asked, summary } = await opened(engine, path, monthFirst);
    expect(asked).toEqual(['dates']);
    expect(log).toEqual(
      await natively(`
        SELECT CustomerID AS customer, day, sum(cents) AS cents
        FROM (SELECT *, strptime(InvoiceDate, '%m/%d/%y %H:%M')::DATE AS day,
            round(Quantity::DECIMAL(12, 3) * UnitPrice::DECIMAL(15, 5) * 100)::BIGINT AS cents
          FROM read_parquet('${path}'))
        WHERE CustomerID IS NOT NULL
        GROUP BY CustomerID, InvoiceNo, day, cents < 0`),
    );
    const [file] = summary.files;
    const { setAside, notes } = file!;
    expect(setAside).toEqual([]);
    // As many rows as name no customer; each is an order, or the line of one.
    expect(notes.find(({ kind }) => kind === 'non-member')?.rows).toBe(67_225);
    expect(summary.check.orders).toBeLessThan(67_225);
  });
});
