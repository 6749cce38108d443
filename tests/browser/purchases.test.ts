import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { connectToChromium, goTo, openMade, openPage, settled } from './page.ts';
import { beginning, expectNothingWrong, keyFigures, matchingTitle, navigation, tableOf } from './readings.ts';

const { calendarText, currencyText, matchingText, overviewText, qualityText, revenueText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** What a till writes: who bought when, for how much; the second purchase of 40 customers was given back. */
const sales = [
  'Customer,Date,Total,Kind',
  ...Array.from({ length: 40 }, (_, customer) => [
    `C${customer},2026-01-${String(1 + (customer % 28)).padStart(2, '0')} 10:00:00,12.50,Sale`,
    `C${customer},2026-02-${String(1 + (customer % 28)).padStart(2, '0')} 10:00:00,7.50,Sale`,
    `C${customer},2026-02-28 18:00:00,-7.50,Refund`,
  ]).flat(),
].join('\n');

it('a file of purchases alone is an export: what it leaves out follows from it, or is not shown', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await openMade(page, [new File([sales], 'sales.csv')]);
  await matchingTitle(page).waitFor();
  const { without } = matchingText.field('transactions', 'points_delta');
  // What the file leaves out is folded.
  await page.getByText(matchingText.notInFile).first().click();
  await page.getByText(without!).waitFor();
  await page.getByRole('button', { name: matchingText.load, exact: true }).click();
  await navigation(page).waitFor();
  // One question at a time.
  await page.getByRole('button', { name: calendarText.decline }).click();
  await page.getByRole('button', { name: currencyText.accept('EUR') }).click();
  await settled(page);

  const figures = await keyFigures(page);
  expect(figures[overviewText.revenue]).toMatch(/^€300/);
  expect(Object.keys(figures)).not.toContain(overviewText.outstanding);
  expect(Object.keys(figures)).not.toContain(overviewText.pointsEarned);

  await goTo(page, '#/revenue');
  const months = await tableOf(page, revenueText.monthlyHeading(revenueText.metric.revenue));
  expect(months.map(([, transactions]) => transactions)).toEqual(['40', '40']);
  expect(await page.locator('main').innerText()).not.toContain(revenueText.metric.points);

  await goTo(page, '#/data');
  const main = page.locator('main');
  for (const kind of ['derived-card', 'refund'] as const)
    await main.getByText(beginning(qualityText.noteWords(kind, 'transactions').what(40))).waitFor();
  expectNothingWrong(watched);
  await page.context().close();
});

it('words that stand for no purchase keep it from being loaded until somebody explains them', async () => {
  const { page } = await openPage(browser);
  await openMade(page, [new File([sales.replaceAll('Sale', 'Regular').replaceAll('Refund', 'Odd')], 'sales.csv')]);
  await matchingTitle(page).waitFor();
  const load = page.getByRole('button', { name: matchingText.load, exact: true });
  await page
    .getByRole('combobox', { name: messages.matchingText.field('transactions', 'transaction_type').label })
    .click();
  await page.getByRole('option', { name: beginning('Kind') }).click();
  expect(await load.getAttribute('aria-disabled')).toBe('true');
  await page.getByText(matchingText.problem.types('sales.csv', 'Kind')).waitFor();
  await page.getByRole('combobox', { name: matchingText.typeOf('Regular') }).click();
  await page.getByRole('option', { name: beginning(matchingText.typeName('purchase')) }).click();
  expect(await load.getAttribute('aria-disabled')).not.toBe('true');
  await page.context().close();
});
