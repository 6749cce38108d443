import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { messages } from '../support/english.ts';
import { connectToChromium, goTo, openMade, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong, hashOf, navigation, reportDate, tableOf } from './readings.ts';

const { calendarText, overviewText, pageText, revenueText } = messages;
const luxembourg = 'Europe/Luxembourg';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** An export whose instants are written as given. */
function exportWith(visits: readonly string[], enrolled: string): File[] {
  const cards = [
    'id,card_number,customer_name,created_at,last_activity_at,is_active,points_balance',
    `1,LC-1,Ann,${enrolled},${visits.at(-1)},true,30`,
  ];
  const transactions = [
    'card_id,store_id,transaction_type,points_delta,transaction_at',
    ...visits.map((at) => `1,1,points_earned,10,${at}`),
  ];
  return [
    new File([cards.join('\n')], 'cards.csv', { type: 'text/csv' }),
    new File([transactions.join('\n')], 'transactions.csv', { type: 'text/csv' }),
  ];
}

/** Around the beginning of April in Luxembourg, two hours before UTC: at 00:30 and 03:30 of its clock. */
const zoned = (): File[] =>
  exportWith(
    ['2026-02-10T12:00:00Z', '2026-03-31T22:30:00Z', '2026-04-01T01:30:00Z', '2026-04-10T12:00:00Z'],
    '2026-02-10T12:00:00Z',
  );
const local = (): File[] => exportWith(['2026-02-10 12:00:00', '2026-04-10 12:00:00'], '2026-02-10 12:00:00');

async function opened(files: File[], hash = '', options = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, hash, options);
  onTestFinished(() => watched.page.context().close());
  await open(watched.page, files);
  return watched;
}

async function open(page: Page, files: File[]): Promise<void> {
  await openMade(page, files);
  await navigation(page).waitFor();
  await settled(page);
}

const offer = (page: Page) => page.getByRole('button', { name: calendarText.accept(luxembourg) });
const loads = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('loyalty-lens:load').length);

/** Transactions by month, in the order of the months. */
async function byMonth(page: Page, more = ''): Promise<string[][]> {
  await goTo(page, `#/revenue?months_back=6&show=transactions${more}`);
  return (await tableOf(page, revenueText.monthlyHeading(revenueText.metric.transactions))).map(([month, count]) => [
    month!.slice(0, 8),
    count!,
  ]);
}

describe('the zone of the device', () => {
  it('is offered once, and then counted by, here and in files like these', async () => {
    const watched = await opened(zoned());
    const { page } = watched;
    await page.getByText(calendarText.offer(luxembourg, false)).waitFor();
    expect(await reportDate(page).innerText()).toContain('UTC');
    expect(await byMonth(page)).toEqual([
      ['Feb 2026', '1'],
      ['Mar 2026', '1'],
      ['Apr 2026', '2'],
    ]);
    await offer(page).click();
    await settled(page);
    expect(await hashOf(page)).toContain('time_zone=Europe/Luxembourg');
    expect(await byMonth(page)).toEqual([
      ['Feb 2026', '1'],
      ['Apr 2026', '3'],
    ]);
    await page.getByText(revenueText.monthlySubtitle(luxembourg)).waitFor();
    expect(await reportDate(page).innerText()).toContain('Luxembourg');
    // Nothing had to be read again: the files say which instants they mean.
    expect(await loads(page)).toBe(1);

    await page.goto(new URL('#/', page.url()).href);
    await page.reload();
    await open(page, zoned());
    expect(await offer(page).count()).toBe(0);
    expect(await hashOf(page)).toContain('time_zone=Europe/Luxembourg');
    expectNothingWrong(watched);
  });

  it('is not offered again once it was declined', async () => {
    const { page } = await opened(zoned());
    await page.getByRole('button', { name: calendarText.decline }).click();
    await offer(page).waitFor({ state: 'detached' });
    await page.goto(new URL('#/', page.url()).href);
    await page.reload();
    await open(page, zoned());
    expect(await offer(page).count()).toBe(0);
    expect(await reportDate(page).innerText()).toContain('UTC');
  });

  it('is that of times that name none, which are read again', async () => {
    const watched = await opened(local());
    const { page } = watched;
    await page.getByText(calendarText.offer(luxembourg, true)).waitFor();
    await offer(page).click();
    await expect.poll(() => loads(page)).toBe(2);
    await reportDate(page).getByText('Luxembourg').waitFor();
    await settled(page);
    // Escape closes the settings, and does not cancel what they have begun.
    await reportDate(page).click();
    await page.getByLabel(calendarText.timeZone).selectOption({ label: 'New York' });
    await page.keyboard.press('Escape');
    await reportDate(page).getByText('New York').waitFor();
    await reportDate(page).click();
    await page.getByLabel(calendarText.timeZone).selectOption({ label: luxembourg });
    await page.keyboard.press('Escape');
    await reportDate(page).getByText('Luxembourg').waitFor();
    await settled(page);
    expectNothingWrong(watched);

    // The next time they are read so at once.
    await page.reload();
    await open(page, local());
    expect(await loads(page)).toBe(1);
    expect(await reportDate(page).innerText()).toContain('Luxembourg');
  });

  it('is not offered where it makes no difference, nor for a sample', async () => {
    const { page } = await opened(zoned(), '', { timezoneId: 'Africa/Abidjan' });
    expect(await page.getByRole('button', { name: calendarText.decline }).count()).toBe(0);
    const other = await openPage(browser);
    onTestFinished(() => other.page.context().close());
    await openSample(other.page, 'cafe');
    expect(await offer(other.page).count()).toBe(0);
  });
});

describe('the calendar beside the report date', () => {
  it('decides where days, months and weeks begin, and which instant a day ends with', async () => {
    const watched = await opened(zoned(), '#/?time_zone=Europe/Luxembourg');
    const { page } = watched;
    await reportDate(page).click();
    const dialog = page.getByRole('dialog', { name: pageText.reportDate.dialog });
    await dialog.getByLabel(calendarText.dayStart).selectOption(calendarText.hour(4));
    await dialog.getByLabel(calendarText.weekStart).selectOption('Sunday');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await hashOf(page)).toBe('#/?time_zone=Europe/Luxembourg&week_start=7&day_start=4');
    expect((await tableOf(page, overviewText.weekdayTitle)).map(([day]) => day)[0]).toBe('Sunday');
    // Half past midnight and half past three of the first of April are still the night of March.
    expect(await byMonth(page)).toEqual([
      ['Feb 2026', '1'],
      ['Mar 2026', '2'],
      ['Apr 2026', '1'],
    ]);

    await reportDate(page).click();
    await dialog.getByLabel(pageText.reportDate.choose).fill('2026-03-31');
    await dialog.getByRole('button', { name: pageText.reportDate.apply }).click();
    await settled(page);
    expect(await hashOf(page)).toContain('as_of=2026-03-31&');
    expect((await byMonth(page, '&as_of=2026-03-31')).at(-1)).toEqual(['Mar 2026', '2']);
    await reportDate(page).click();
    await dialog.getByLabel(calendarText.dayStart).selectOption(calendarText.hour(0));
    await page.keyboard.press('Escape');
    await settled(page);
    expect((await byMonth(page, '&as_of=2026-03-31')).at(-1)).toEqual(['Feb 2026', '1']);
    expectNothingWrong(watched);
  });

  it('of an address that names a zone that there is not is that of UTC', async () => {
    const { page } = await opened(zoned(), '#/?time_zone=Mars/Olympus');
    expect(await hashOf(page)).toBe('#/');
    expect(await reportDate(page).innerText()).toContain('UTC');
  });
});
