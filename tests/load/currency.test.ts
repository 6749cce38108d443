import { describe, expect, it } from 'vitest';

import type { ExportSummary } from '../../src/contract/summary.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';

const engine = createNodeEngine();
const cards = new File(
  ['id,created_at,is_active,points_balance,last_activity_at,card_number\n1,2026-01-01,true,0,2026-01-01,C1\n'],
  'cards.csv',
);

/** Loads transactions of one card as the page would: as they are, else as the engine proposes. */
async function load(...files: [name: string, header: string, rows: string[]][]): Promise<ExportSummary> {
  const transactions = files.map(([name, header, rows]) => new File([[header, ...rows, ''].join('\n')], name));
  const all = [cards, ...transactions];
  const { files: inspected } = await engine.inspect(all);
  const plans = new Map(inspected.map(({ name, proposals }) => [name, proposals[0]!]));
  return engine.load(all, () => undefined, plans);
}

/** The cents of all purchases. */
async function revenue(): Promise<number | string | null> {
  const { monthly } = await engine.revenueAttribution({ merchantId: 1, monthsBack: 12 });
  return monthly.reduce<number | null>(
    (sum, row) => (row.estimated_revenue_cents === null ? sum : (sum ?? 0) + Number(row.estimated_revenue_cents)),
    null,
  );
}

const others = ({ files }: ExportSummary): unknown =>
  files.flatMap(({ notes }) =>
    notes.filter(({ kind }) => kind === 'other-currency').map(({ rows, examples }) => [rows, ...examples]),
  );

/** With a name that is not the contract’s own, so that columns are proposed. */
const named = (amount: string): string => `card_id,Datum,transaction_type,points_delta,store_id,${amount}`;
const plain = 'card_id,transaction_at,transaction_type,points_delta,store_id,purchase_amount_cents';
const row = (amount: string, day = 5): string => `1,2026-03-0${day},points_earned,1,,${amount}`;

describe('the currency of purchase amounts', () => {
  it('is what a column says, by a code, a sign or a name', async () => {
    for (const [written, currency] of [
      ['EUR', 'EUR'],
      ['eur', 'EUR'],
      ['€', 'EUR'],
      ['$', '$'],
      ['kr', 'kr'],
    ]) {
      const summary = await load(['t.csv', `${plain},currency`, [row(`1250,${written}`), row(`50,${written}`, 6)]]);
      expect(summary.currency).toBe(currency);
      expect(await revenue()).toBe(1300);
      expect(others(summary)).toEqual([]);
    }
  });

  it('is not known where nothing says', async () => {
    expect((await load(['t.csv', plain, [row('1250')]])).currency).toBeNull();
    expect(await revenue()).toBe(1250);
  });

  it('is what the name of the column of amounts says', async () => {
    const header = named('amount_chf');
    expect((await load(['t.csv', header, [row('12.50')]])).currency).toBe('CHF');
    expect(await revenue()).toBe(1250);
  });

  it('is what signs beside the amounts say, which are read', async () => {
    const header = named('Betrag');
    const rows = ['"12,50 €"', '"1.234,50 €"', '"€ 7,25"', '"-3,00 €"', '"4,00"', '"-€ 1,00"'];
    const summary = await load(['t.csv', header, rows.map((amount) => row(amount))]);
    expect(summary.currency).toBe('EUR');
    expect(await revenue()).toBe(1250 + 123_450 + 725 - 300 + 400 - 100);
    expect(summary.files.at(-1)!.setAside).toEqual([]);
  });
});

describe('two currencies', () => {
  it('are never summed: the most frequent counts, the rows of the other are used without their amounts, and counted', async () => {
    const rows = [row('100,EUR'), row('200,EUR', 6), row('5000,CHF', 7), row('70,', 8), row('9000,sfr.', 9)];
    const summary = await load(['t.csv', `${plain},currency`, rows]);
    expect(summary.currency).toBe('EUR');
    expect(await revenue()).toBe(370);
    expect(others(summary)).toEqual([[2, 'CHF']]);
    expect(summary.files.at(-1)).toMatchObject({ rowsRead: 5, rowsUsed: 5 });
  });

  it('nor where they are in two files: that of the larger file counts', async () => {
    const [eur, chf] = ['amount_eur', 'amount_chf'].map(named);
    const summary = await load(
      ['may.csv', eur!, [row('1.00'), row('2.00', 6), row('3.00', 7)]],
      ['june.csv', chf!, [row('50.00', 8)]],
    );
    expect(summary.currency).toBe('EUR');
    expect(await revenue()).toBe(600);
    expect(others(summary)).toEqual([[1, 'CHF']]);
  });

  it('nor by signs beside the amounts', async () => {
    const header = named('total');
    const summary = await load(['t.csv', header, ['€1.25', '€2.00', '£9.50', '3.00'].map((amount) => row(amount))]);
    expect(await revenue()).toBe(625);
    expect(others(summary)).toEqual([[1, 'GBP']]);
  });
});
