import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { FilePlan } from '../../src/contract/matching.ts';
import type { FileReport } from '../../src/contract/report.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { caseFile } from '../support/cases.ts';
import { failureOf } from '../support/exports.ts';
import { textFile } from '../support/text-files.ts';

const engine: Engine = createNodeEngine();
const load = (files: File[], plans?: ReadonlyMap<string, FilePlan>): Promise<ExportSummary> =>
  engine.load(files, () => undefined, plans);

const transactionsOf = ({ files }: ExportSummary): FileReport => files.find(({ kind }) => kind === 'transactions')!;

describe('what is no row of the table', () => {
  it.each([
    ['08_pos_preamble', 'loyalty_transactions_report.csv', 7, { 'total-row': [6], 'beside-table': [7] }],
    ['08c_footer', 'transactions.csv', 6, { 'total-row': [6] }],
    ['23l_comment_lines', 'transactions.csv', 5, {}],
  ])('is set aside under a reason of its own: %s', async (folder, name, rowsRead, reasons) => {
    const report = transactionsOf(
      await load([await caseFile(`${folder}/cards.csv`), await caseFile(`${folder}/${name}`)]),
    );
    expect(report).toMatchObject({ rowsRead, rowsUsed: 5 });
    const found = report.setAside.map(({ reason, examples }) => [reason, examples.map(({ row }) => row)]);
    expect(Object.fromEntries(found)).toEqual(reasons);
  });
});

describe('columns of the same name', () => {
  const files = (): Promise<File[]> =>
    Promise.all(['cards', 'transactions'].map((name) => caseFile(`23_dup_header/${name}.csv`)));

  it('are asked about, and the one that a plan names is read', async () => {
    const failure = await failureOf(load(await files()));
    expect(failure).toMatchObject({
      code: 'column-ambiguous',
      details: { column: 'transaction_at', columns: ['transaction_at', 'transaction_at'] },
    });
    const found = (await engine.inspect(await files())).files.find(({ name }) => name === 'transactions.csv')!;
    expect(found.certain).toBe(false);
    expect(found.columns.map(({ name }) => name)).toContain('transaction_at_2');
    const proposed = found.proposals.find(({ kind }) => kind === 'transactions')!;
    const plan = { ...proposed, columns: { ...proposed.columns, transaction_at: 'transaction_at_2' } };
    const summary = await load(await files(), new Map([['transactions.csv', plan]]));
    expect(summary.latest).toContain('T10:00:00');
    expect(transactionsOf(summary)).toMatchObject({ rowsUsed: 2, setAside: [] });
  });

  it('do no harm where none of them is of the export', async () => {
    const rows = 'card_id,transaction_type,points_delta,transaction_at,note,note\n1,points_earned,5,2026-01-05,a,b\n';
    expect(transactionsOf(await load([textFile(rows, 'transactions.csv')]))).toMatchObject({ rowsUsed: 1 });
  });
});

describe('a file without names of columns', () => {
  const visits = ' 00001 2026-01-05  1   11.77\n 00002 2026-01-12  1   12.00\n 00002 2026-02-12  5   77.00\n';

  it('is asked about, and read by a plan that calls its columns by number', async () => {
    const file = (): File => textFile(visits, 'visits.txt');
    expect((await failureOf(load([file()]))).code).toBe('kind-unknown');
    const [found] = (await engine.inspect([file()])).files;
    expect(found!.certain).toBe(false);
    // Behind them are those that two of them may be together.
    const names = found!.columns.map(({ name }) => name).slice(0, 4);
    expect(names).toEqual(['column 1', 'column 2', 'column 3', 'column 4']);
    expect(found!.preview[0]!.slice(0, 4)).toEqual(['00001', '2026-01-05', '1', '11.77']);
    const plan: FilePlan = {
      kind: 'transactions',
      columns: { card_id: 'column 1', transaction_at: 'column 2', purchase_amount_cents: 'column 4' },
      dialect: { dates: 'iso', decimal: '.' },
      amounts: 'units',
    };
    const summary = await load([file()], new Map([['visits.txt', plan]]));
    expect(summary.merchants).toMatchObject([{ cards: 2, transactions: 3 }]);
  });

  it('is known again by its name and the number of its columns', async () => {
    const files = ['visits-1.txt', 'visits-2.txt', 'members.txt'].map((name, index) =>
      textFile(`${visits}${'\n'.repeat(index)}`, name),
    );
    const [first, second, other] = (await engine.inspect(files)).files.map(({ shape }) => shape);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('an empty file', () => {
  const cards = (): Promise<File> => caseFile('40_spark_empty_part/part-00000-aa-c000.csv');
  const part = (): Promise<File> => caseFile('40_spark_empty_part/part-00000-bb-c000.csv');

  it('is left out where it is a part beside others of its table', async () => {
    const files = [await cards(), await part(), textFile('', 'part-00001-bb-c000.csv')];
    const empty = [{ name: 'part-00001-bb-c000.csv', why: 'empty-part' }];
    expect((await load(files)).leftOut).toEqual(empty);
    expect(await engine.inspect(files)).toMatchObject({ unreadable: [], leftOut: empty });
  });

  it.each(['part-00000-cc-c000.csv', 'transactions.csv'])('says so elsewhere: %s', async (name) => {
    const files = [await cards(), await part(), textFile('', name)];
    expect(await failureOf(load(files))).toMatchObject({ code: 'file-empty', details: { file: name } });
    expect((await engine.inspect(files)).unreadable).toMatchObject([{ name }]);
  });
});
