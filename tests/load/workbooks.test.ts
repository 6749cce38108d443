import { afterAll, describe, expect, it } from 'vitest';
import { leftOutAs } from '../../src/contract/left-out.ts';
import type { FilePlan } from '../../src/contract/matching.ts';
import { decide } from '../../src/state/opening/decided.ts';
import { draftsOf, withKind } from '../../src/state/opening/drafts.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { rowsOfCells, text, workbookByHand } from '../support/workbooks.ts';

const engine = createNodeEngine();
afterAll(() => engine.cancelLoad());

const number = (value: number | string): string => `<c><v>${value}</v></c>`;
const day = (serial: number): string => `<c s="1"><v>${serial}</v></c>`;
const header = ['id', 'card_id', 'transaction_at', 'points_delta', 'purchase_amount_cents'].map(text);
const sale = (id: number, amount = number(250)): string[] => [
  number(id),
  number(7),
  day(46115 + id / 24),
  number(5),
  amount,
];

const load = async (sheets: Parameters<typeof workbookByHand>[0], plans?: Map<string, FilePlan | null>) =>
  engine.load([await workbookByHand(sheets, { formats: ['dd/mm/yyyy hh:mm'] })], () => undefined, plans);

describe('a workbook', () => {
  const visible = { name: 'May', rows: rowsOfCells(header, sale(1), sale(2)) };
  const hidden = { name: 'April', rows: rowsOfCells(header, sale(3), sale(4), sale(5)), state: 'hidden' as const };

  it('leaves out what it does not show, and says so', async () => {
    const { files, leftOut } = await load([visible, hidden]);
    expect(files.map(({ fileName, format, rowsUsed }) => [fileName, format, rowsUsed])).toEqual([
      ['book.xlsx/May', 'excel', 2],
    ]);
    expect(leftOut).toEqual(leftOutAs('hidden-sheet', ['book.xlsx/April']));
  });

  it('has its hidden sheets read where somebody says what they are', async () => {
    const book = await workbookByHand([visible, hidden], { formats: ['dd/mm/yyyy hh:mm'] });
    const { files, leftOut } = await engine.inspect([book]);
    expect(leftOut).toEqual([]);
    const wanted = await engine.wantedColumns();
    const drafts = draftsOf(files, wanted, () => null);
    expect(drafts.map(({ kind, files: [file] }) => [file!.name, kind])).toEqual([
      ['book.xlsx/May', 'transactions'],
      ['book.xlsx/April', null],
    ]);
    const said = drafts.map((draft) => (draft.kind === null ? withKind(draft, 'transactions') : draft));
    const summary = await engine.load([book], () => undefined, decide(said).plans);
    expect(summary.files.map(({ fileName, rowsUsed }) => [fileName, rowsUsed])).toEqual([
      ['book.xlsx/May', 2],
      ['book.xlsx/April', 3],
    ]);
    const left = await engine.load([book], () => undefined, decide(drafts).plans);
    expect(left.leftOut).toEqual(leftOutAs('hidden-sheet', ['book.xlsx/April']));
  });

  it('has its instants read as wall-clock time, and says what its cells do not hold', async () => {
    const rows = rowsOfCells(header, sale(1, '<c t="e"><v>#REF!</v></c>'), sale(2, '<c><f>SUM(A1)</f></c>'), [
      number('1.23456789012345E+18'),
      ...sale(3).slice(1),
    ]);
    const { files, earliest } = await load([{ name: 'May', rows }]);
    expect(earliest).toBe('2026-04-03T01:00:00.000000Z');
    expect(files[0]!.hasLocalTimes).toBe(true);
    expect(files[0]!.notes).toEqual(
      expect.arrayContaining([
        { kind: 'error-cell', column: 'purchase_amount_cents', rows: 1, examples: ['#REF!'] },
        { kind: 'formula-without-result', column: 'purchase_amount_cents', rows: 1, examples: [] },
        { kind: 'digits-lost', column: 'id', rows: 1, examples: ['1234567890123450000'] },
      ]),
    );
  });
});
