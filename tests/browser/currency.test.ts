import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFormat } from '../../src/text/format.ts';
import { messages as inFrench } from '../../src/text/fr/index.ts';
import { messages as english } from '../support/english.ts';
import { choose, connectToChromium, goTo, openMade, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong, tableOf } from './readings.ts';

const french = inFrench(createFormat(['fr-CH']));

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** Instants of UTC, on a device whose clock is that of UTC: nothing is to be asked of the calendar. */
function exportWith(header: string, ...amounts: string[]): File[] {
  const cards = 'id,card_number,created_at,last_activity_at,is_active,points_balance';
  return [
    new File([`${cards}\n1,LC-1,2026-01-01T10:00:00Z,2026-04-05T10:00:00Z,true,30`], 'cards.csv'),
    new File(
      [
        [
          `card_id,store_id,transaction_type,points_delta,transaction_at,${header}`,
          ...amounts.map((amount, day) => `1,1,points_earned,10,2026-04-0${day + 1}T10:00:00Z,${amount}`),
        ].join('\n'),
      ],
      'transactions.csv',
    ),
  ];
}

async function opened(files: File[], locale = 'fr-CH'): Promise<WatchedPage> {
  const watched = await openPage(browser, '', { locale, timezoneId: 'UTC' });
  onTestFinished(() => watched.page.context().close());
  await open(watched.page, files);
  return watched;
}

async function open(page: Page, files: File[]): Promise<void> {
  await openMade(page, files);
  await page.getByRole('link', { name: /cards\.csv/ }).waitFor();
  await settled(page);
}

/** The figure alone, without how it changed. */
const revenueOf = async (page: Page, label: string): Promise<string> =>
  (
    await page
      .locator('main dt', { hasText: label })
      .locator('xpath=following-sibling::dd')
      .locator('.value')
      .first()
      .innerText()
  ).trim();

describe('the currency of amounts', () => {
  it('of a sample is that of the sample, in the figures, the axes and the tables', async () => {
    const watched = await openPage(browser);
    onTestFinished(() => watched.page.context().close());
    const { page } = watched;
    await openSample(page, 'bakery');
    expect(await revenueOf(page, english.overviewText.revenue)).toBe('€17,598');
    await goTo(page, '#/revenue?sample=bakery&months_back=6');
    const { metric, monthlyHeading } = english.revenueText;
    for (const row of await tableOf(page, monthlyHeading(metric.revenue)))
      expect(row.at(-1)).toMatch(/^€[\d,]+\.\d\d$/);
    expectNothingWrong(watched);
  });

  it('is asked once where the files do not say, with a guess that is called one, and kept for files like these', async () => {
    const files = exportWith('purchase_amount_cents', '100050', '200000', '5');
    const watched = await opened(files);
    const { page } = watched;
    const { accept, label, offer: guess } = french.currencyText;
    const offer = page.getByRole('status').filter({ hasText: guess('franc suisse (CHF)') });
    await offer.waitFor();
    expect(await revenueOf(page, french.overviewText.revenue)).toMatch(/^3.001$/);

    await page.getByRole('button', { name: accept('CHF') }).click();
    await offer.waitFor({ state: 'detached' });
    expect(await revenueOf(page, french.overviewText.revenue)).toMatch(/^3.001.CHF$/);

    await page.reload();
    await open(page, files);
    expect(await revenueOf(page, french.overviewText.revenue)).toMatch(/^3.001.CHF$/);
    expect(await offer.count()).toBe(0);

    // Chosen otherwise where everything about the files is said.
    await goTo(page, '#/data');
    await choose(page, label, 'euro (EUR)');
    await goTo(page, '#/');
    expect(await revenueOf(page, french.overviewText.revenue)).toMatch(/^3.001.€$/);
    expectNothingWrong(watched);
  });

  it('is what the files say where they do, and small amounts keep their cents', async () => {
    const watched = await opened(
      exportWith('purchase_amount_cents,currency', '1250,SEK', '99,SEK', '700,USD'),
      'en-GB',
    );
    const { page } = watched;
    expect(await revenueOf(page, english.overviewText.revenue)).toBe('SEK\u00a013.49');
    await goTo(page, '#/data');
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Swedish Krona (SEK)');
    expect(shown).toContain(english.qualityText.noteWords('other-currency', 'transactions').what(1));
    expectNothingWrong(watched);
  });
});
