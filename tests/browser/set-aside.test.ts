import { Utf8 } from 'apache-arrow';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsFile, transactionsFile, type CardRow } from '../support/exports.ts';
import { messages } from '../support/english.ts';
import { connectToChromium, goldenName, goldenPaths, openFiles, openMade, openPage, settled } from './page.ts';
import { expectNothingWrong, navigation, quality } from './readings.ts';
import { transactions } from './fixtures/small-export.ts';

const { pageText, qualityText } = messages;
const { noValue, quoted, reasons, row } = qualityText;

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
        transaction_at: [['2026-02-01', 'soon', '2026-02-01', '2026-02-01', '', '2026-02-01'], new Utf8()],
      }),
    ]);
    await navigation(page).waitFor();
    const data = pageText.labelled(pageText.views.data);
    await page.getByRole('link', { name: new RegExp(String.raw`^${data}.*\(${pageText.setAside(4)}\)$`) }).click();
    await settled(page);

    expect(await quality(page, 'cards')).toEqual({
      read: 7,
      used: 5,
      aside: 2,
      reasons: [
        [reasons.missing, 'id', '1', `${row(4)} ${noValue}`],
        [reasons['earlier-row'], 'id', '1', `${row(2)} ${quoted('2')}`],
      ],
    });
    expect(await quality(page, 'transactions')).toEqual({
      read: 6,
      used: 4,
      aside: 2,
      reasons: [
        [reasons.missing, 'transaction_at', '1', `${row(5)} ${noValue}`],
        [reasons['not-a-date'], 'transaction_at', '1', `${row(2)} ${quoted('soon')}`],
      ],
    });
    expectNothingWrong(watched);

    // An export without any says so, and the header has nothing to say.
    await openFiles(page, goldenPaths('seed-a'));
    await page.getByRole('link', { name: `${data} ${goldenName}`, exact: true }).waitFor();
    expect(await quality(page, 'cards')).toMatchObject({ aside: 0, reasons: [] });
    await page.context().close();
  });
});
