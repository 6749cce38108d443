import { Utf8 } from 'apache-arrow';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsFile, transactionsFile, type CardRow } from '../support/exports.ts';
import { connectToChromium, goldenPaths, openFiles, openMade, openPage, settled } from './page.ts';
import { expectNothingWrong, nameOfExport, quality } from './readings.ts';
import { transactions } from './fixtures/small-export.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('rows that cannot be used', () => {
  it('are counted by reason, with examples, and add up', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const seven: CardRow[] = Array.from({ length: 7 }, (_, index) => ({
      id: index + 1,
      createdAt: '2026-01-01T00:00:00Z',
    }));
    await openMade(page, [
      cardsFile(seven, {
        id: [['1', '2', '2', null, '5', '6', '7'], new Utf8()],
        created_at: [
          ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 'in January', '1816-03-29', '2026-01-01'],
          new Utf8(),
        ],
        is_active: [['yes', 'no', 'yes', 'yes', 'yes', 'yes', 'perhaps'], new Utf8()],
      }),
      transactionsFile([...transactions, ...transactions], {
        points_delta: [['1', '2.5', '3', '4', '', 'six'], new Utf8()],
      }),
    ]);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    const data = page.getByRole('link', { name: /^Data:.*\(8 rows set aside\)$/ });
    await data.click();
    await settled(page);

    expect(await quality(page, 'Cards')).toEqual({
      read: 7,
      used: 2,
      aside: 5,
      reasons: [
        ['No value', 'id', '1', 'row 4 no value'],
        ['Not a date', 'created_at', '1', 'row 5 “in January”'],
        ['Out of range', 'created_at', '1', 'row 6 “1816-03-29”'],
        ['Neither true nor false', 'is_active', '1', 'row 7 “perhaps”'],
        ['The same id as a row before it', 'id', '1', 'row 3 “2”'],
      ],
    });
    expect(await quality(page, 'Transactions')).toEqual({
      read: 6,
      used: 3,
      aside: 3,
      reasons: [
        ['Not a whole number', 'points_delta', '2', 'row 2 “2.5”\nrow 6 “six”'],
        ['No value', 'points_delta', '1', 'row 5 no value'],
      ],
    });
    expectNothingWrong(watched);

    // An export without any says so, and the header has nothing to say.
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('2 more');
    expect(await nameOfExport(page)).not.toContain('set aside');
    expect(await quality(page, 'Cards')).toMatchObject({ aside: 0, reasons: [] });
    await page.context().close();
  });
});
