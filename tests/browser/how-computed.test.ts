import { buffer } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bandNames } from '../../src/contract/bands.ts';
import type { TextRow } from '../support/definition-databases.ts';
import { unpacked, type SavedTables } from '../support/saved-tables.ts';
import { messages } from '../support/english.ts';
import { tabTo } from './keys.ts';
import { connectToChromium, goTo, openPage, openSample } from './page.ts';
import { beginning, cellsOf, expectNothingWrong, keyFigures, numberIn, panel, tableOf } from './readings.ts';

const { bandText, churnText, cohortsText, howText, overviewText, revenueText, tableText, timelineText, viewsText } =
  messages;
const { activeCards, months, newCards, secondVisit, storesTitle, transactions, weekdayTitle } = overviewText;
const { metric, monthlyHeading, storesHeading } = revenueText;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const number = (text: string | null | undefined): number => Number(text ?? 0);

describe('what a panel says of how it is computed', () => {
  // All four are held against the engine itself in tests/save.
  it.each(['bakery', 'platform'] as const)(
    'gives the figures that it shows, in DuckDB over the saved tables: %s',
    async (sample) => {
      const watched = await openPage(browser);
      onTestFinished(() => watched.page.context().close());
      const { page } = watched;
      await openSample(page, sample);
      // In another calendar for one of them.
      await goTo(page, sample === 'bakery' ? '#/data?time_zone=America/St_Johns&day_start=4' : '#/data');
      const tables = await saved(page);
      onTestFinished(() => tables.close());
      const run = async (title: string): Promise<TextRow[]> => tables.run(await sqlOf(page, title));

      await goTo(page, '#/');
      const figures = await keyFigures(page);
      const [defined] = await run(activeCards);
      expect(numberIn(figures[activeCards]!.split(/[^\d,]/)[0]!)).toBe(number(defined!.active_cards));
      expect(numberIn(figures[newCards]!.split(/[^\d,]/)[0]!)).toBe(number(defined!.new_cards));
      expect(numberIn(figures[transactions]!.split(/[^\d,]/)[0]!)).toBe(number(defined!.transactions));
      const [visits] = await run(secondVisit);
      expect(numberIn(figures[secondVisit]!.split('%')[0]!)).toBe(
        Math.round((100 * number(visits!.returned)) / number(visits!.enrolled)),
      );
      const byMonth = await run(months.active.title);
      expect(await numbersOf(page, months.active.title, 1)).toEqual(byMonth.map(({ active }) => number(active)));
      expect(await numbersOf(page, months.enrolled.title, 1)).toEqual(byMonth.map(({ enrolled }) => number(enrolled)));
      const weekdays = await run(weekdayTitle);
      expect(await numbersOf(page, weekdayTitle, 1)).toEqual(weekdays.map((day) => number(day.transactions)));
      if (await panel(page, storesTitle).count()) {
        const trend = await run(storesTitle);
        expect((await numbersOf(page, storesTitle, 1)).toSorted()).toEqual(
          trend.map(({ cards }) => number(cards)).toSorted(),
        );
      }

      const byDay = await run(timelineText.label);
      const lastWeek = byDay.filter(({ day }) => day! >= '2026-10-26').map((day) => number(day.transactions));
      const said = await page.getByRole('slider', { name: timelineText.slider }).getAttribute('aria-valuetext');
      expect(numberIn(/[\d,]+(?= transactions)/.exec(said!)![0])).toBe(lastWeek.reduce((sum, one) => sum + one, 0));

      await goTo(page, '#/cohorts?months_back=9');
      const cells = await run(cohortsText.panel);
      const retention = (await tableOf(page, cohortsText.panel)).flatMap(([, , ...row]) =>
        row.filter((cell) => cell.trim() !== '').map(numberIn),
      );
      expect(retention).toEqual(cells.map((cell) => number(cell.retention)));

      await goTo(page, '#/churn?multiplier=1.5&limit=50');
      const banded = await run(bandText.title);
      expect(await numbersOf(page, bandText.title, 1)).toEqual(
        bandNames.map((name) =>
          banded.filter(({ band }) => band === name).reduce((sum, { cards }) => sum + number(cards), 0),
        ),
      );
      const atRisk = await run(churnText.listTitle);
      expect(numberIn(await page.locator('main strong').first().innerText())).toBe(number(atRisk[0]!.at_risk_count));
      const listed = await cellsOf(page.getByRole('region', { name: tableText.region(churnText.listTitle) }));
      expect(listed.map((row) => numberIn(row.at(-3)!))).toEqual(atRisk.map((row) => number(row.days_inactive)));
      const spread = await run(churnText.spreadTitle);
      const bins = await numbersOf(page, churnText.spreadTitle, 2);
      expect(bins.filter((cards) => cards > 0)).toEqual(spread.map(({ cards }) => number(cards)));

      await goTo(page, '#/revenue?months_back=12&show=points');
      const monthly = await run(monthlyHeading(metric.points));
      expect(await numbersOf(page, monthlyHeading(metric.points), 2)).toEqual(
        monthly.map((row) => number(row.total_points_earned)),
      );
      const byStore = await run(storesHeading(metric.points));
      expect((await numbersOf(page, storesHeading(metric.points), 2)).toSorted()).toEqual(
        byStore.map((row) => number(row.total_points_earned)).toSorted(),
      );
      expectNothingWrong(watched);
    },
  );

  it('is reached, read, copied and left by the keyboard', async () => {
    const { page } = await openPage(browser, '', { permissions: ['clipboard-read', 'clipboard-write'] });
    onTestFinished(() => page.context().close());
    await openSample(page, 'cafe');
    await goTo(page, '#/cohorts');
    const button = page.getByRole('button', { name: viewsText.howOf(cohortsText.panel) });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: cohortsText.panel });
    await tabTo(page, dialog.getByRole('button', { name: howText.copy }));
    await page.keyboard.press('Enter');
    await dialog.getByText(howText.copied, { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await dialog.locator('code').innerText());
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('selects the SQL where the browser does not let it be copied', async () => {
    const { page } = await openPage(browser);
    onTestFinished(() => page.context().close());
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.reload();
    await openSample(page, 'cafe');
    await goTo(page, '#/cohorts');
    await page
      .getByRole('main')
      .getByRole('button', { name: beginning(viewsText.how) })
      .click();
    await page.getByRole('button', { name: howText.copy }).click();
    await page.getByText(howText.copyFailed).waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toContain('WITH won AS');
  });
});

/** Saves the checked tables from the Data view, and unpacks them. */
async function saved(page: Page): Promise<SavedTables> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: howText.save }).click();
  return unpacked(new Blob([new Uint8Array(await buffer(await (await download).createReadStream()))]));
}

/** What a panel's dialog shows to be copied. */
async function sqlOf(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: viewsText.howOf(title), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  const sql = await dialog.locator('code').innerText();
  await dialog.getByRole('button', { name: howText.close }).click();
  await dialog.waitFor({ state: 'detached' });
  return sql;
}

/** The numbers of a column of a panel's table. */
async function numbersOf(page: Page, panel: string, column: number): Promise<number[]> {
  return (await tableOf(page, panel)).map((row) => numberIn(row[column]!));
}
