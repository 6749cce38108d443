import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/contract/report.ts';
import { messages } from '../support/english.ts';
import { qualityReportCsv } from '../../src/state/quality-report.ts';
import { reportsByKind, rowsSetAside } from '../../src/state/quality.ts';

function report(fileName: string, change: Partial<FileReport> = {}): FileReport {
  return {
    kind: 'transactions',
    fileName,
    format: 'csv',
    bytes: 10,
    shape: 'csv:card_id',
    rowsRead: 10,
    rowsUsed: 10,
    setAside: [],
    notes: [],
    hasLocalTimes: false,
    columns: [{ name: 'card_id', found: 'card_id', type: 'text' }],
    absent: [],
    ignored: [],
    ...change,
  };
}

const missing = (row: number, value: string | null = null): FileReport['setAside'][number] => ({
  column: 'card_id',
  reason: 'missing',
  rows: 2,
  examples: [
    { row, value },
    { row: row + 1, value },
  ],
});

describe('the report on files', () => {
  it('takes files of one kind together, and its sums are those of the files', () => {
    const files = [
      report('b.csv', { rowsUsed: 8, setAside: [missing(3)], notes: [{ kind: 'no-store', rows: 4, examples: [] }] }),
      report('c.csv', { rowsUsed: 8, setAside: [missing(5)] }),
      report('a.csv', { kind: 'cards' }),
    ];
    const [cards, transactions] = reportsByKind(files);
    expect(cards!.files.map(({ fileName }) => fileName)).toEqual(['a.csv']);
    expect(transactions).toMatchObject({ rowsRead: 20, rowsUsed: 16, bytes: 20 });
    expect(transactions!.setAside).toEqual([
      {
        column: 'card_id',
        reason: 'missing',
        rows: 4,
        examples: [
          { file: 'b.csv', row: 3, value: null },
          { file: 'b.csv', row: 4, value: null },
          { file: 'c.csv', row: 5, value: null },
        ],
      },
    ]);
    expect(transactions!.notes).toEqual([{ kind: 'no-store', rows: 4, examples: [] }]);
    expect(transactions!.columns).toHaveLength(1);
    expect(rowsSetAside(files)).toBe(4);
  });

  it('as CSV has a line an example and what the notes mean', () => {
    const notes: FileReport['notes'] = [{ kind: 'unknown-card', rows: 2, examples: ['77'] }];
    const csv = qualityReportCsv([report('a.csv', { rowsUsed: 8, setAside: [missing(3, 'x')], notes })], messages);
    const lines = csv.split('\r\n');
    expect(csv.startsWith('\ufeff"File","Kind",')).toBe(true);
    expect(lines).toContain('"a.csv","Transactions","Set aside: No value","card_id",2,3,"x","In no answer"');
    expect(lines).toContain('"a.csv","Transactions","Used",,8,,,');
    expect(csv).toContain('"a.csv","Transactions","2 transactions of cards that are not in the cards file",,2,,"77",');
  });

  it('as CSV has no live formula, in the reasons’ examples as well as in names of files', () => {
    const value = "x;=cmd|'/C calc'!A0;y";
    const csv = qualityReportCsv([report('=a.csv', { setAside: [missing(1, value)] })], messages);
    expect(csv).toContain(`"'=a.csv","Transactions"`);
    expect(csv).toContain(`"x;'=cmd|'/C calc'!A0;y"`);
  });
});
