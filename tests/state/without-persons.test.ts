import { describe, expect, it } from 'vitest';
import { masked } from '../../src/domain/persons.ts';
import type { FileReport } from '../../src/contract/report.ts';
import { checkWithoutPersons, previewWithoutPersons, reportsWithoutPersons } from '../../src/state/without-persons.ts';
import { inspection } from '../support/inspections.ts';
import { loadCheck } from '../support/load-check.ts';

describe('what is shown beside pseudonyms', () => {
  it('has no value of a file that says who somebody is, and all others', () => {
    const example = (value: string | null): { row: number; value: string | null } => ({ row: 1, value });
    const report: Pick<FileReport, 'kind' | 'setAside' | 'notes'> = {
      kind: 'transactions',
      setAside: [
        { column: 'card_id', reason: 'duplicate-id', rows: 1, examples: [example('LC-7')] },
        { column: '', reason: 'beside-table', rows: 1, examples: [example('Ann Adler')] },
        { column: 'card_id', reason: 'missing', rows: 1, examples: [example(null)] },
        { column: 'transaction_at', reason: 'not-a-date', rows: 1, examples: [example('31.31.2026')] },
      ],
      notes: [
        { kind: 'unknown-card', rows: 1, examples: ['LC-8'] },
        { kind: 'unread-value', rows: 1, examples: ['Ann'], column: 'customer_name' },
        { kind: 'unread-value', rows: 1, examples: ['ten'], column: 'points_delta' },
        { kind: 'unnamed-store', rows: 1, examples: ['Bahnhof'] },
      ],
    };
    const [shown] = reportsWithoutPersons([report as FileReport]);
    expect(shown!.setAside.map(({ examples }) => examples[0]!.value)).toEqual([masked, masked, null, '31.31.2026']);
    expect(shown!.notes.map(({ examples }) => examples)).toEqual([[], [], ['ten'], ['Bahnhof']]);
  });

  it('has the names of stores, whose lists have ids too', () => {
    const stores = {
      kind: 'stores',
      setAside: [{ column: 'id', reason: 'duplicate-id', rows: 1, examples: [{ row: 2, value: '7' }] }],
      notes: [],
    } as unknown as FileReport;
    expect(reportsWithoutPersons([stores])[0]!.setAside[0]!.examples[0]!.value).toBe('7');
  });

  it('has the latest transactions without their cards', () => {
    const row = {
      card: 'LC-7',
      at: '2026-01-05T00:00:00Z',
      type: null,
      earning: true,
      points: 1,
      cents: 2,
      store: 'A',
    };
    expect(checkWithoutPersons(loadCheck({ rows: [row] })).rows).toEqual([{ ...row, card: masked }]);
  });

  it('has of the first rows what is chosen as times, numbers, types and stores alone', () => {
    const columns = { card_id: 'Kunde', transaction_at: 'Tag + Zeit', points_delta: 'Punkte', order_reference: 'Bon' };
    const file = inspection('x.csv', 'transactions', columns, {
      others: ['Tag', 'Zeit', 'E-Mail'],
      preview: [['K1', null, '10', 'B1', '2026-01-05', '10:00', 'ann@x.test']],
    });
    file.columns.find(({ name }) => name === 'Tag + Zeit')!.combines = { by: 'date-time', columns: ['Tag', 'Zeit'] };
    const { preview } = previewWithoutPersons(file, { kind: 'transactions', columns });
    expect(preview).toEqual([[masked, null, '10', masked, '2026-01-05', '10:00', masked]]);
    expect(
      previewWithoutPersons(file, { kind: null, columns: {} }).preview[0]!.filter((cell) => cell !== masked),
    ).toEqual([null]);
  });
});
