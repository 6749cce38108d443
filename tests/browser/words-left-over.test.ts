import { buffer } from 'node:stream/consumers';
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { germanExport } from './fixtures/german-export.ts';
import { ambiguous, local, unusable, withRowsSetAside } from './fixtures/spoilt-exports.ts';
import { fourStores } from './fixtures/store-exports.ts';
import { addOrReplace, address, connectToChromium, goTo, openMade, settled } from './page.ts';
import { crash } from './readings.ts';
import { listenToCharts, listenToOpened, openAndSettle, views, walkIn, type Walk } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** Listens to what is asked where files are chosen while others are open, and leaves them as they are. */
async function listenToAdding({ page, listen }: Walk): Promise<void> {
  const file = { name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from('x') };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await addOrReplace(page).waitFor();
  await listen('files chosen while others are open');
  await page.keyboard.press('Escape');
  await addOrReplace(page).waitFor({ state: 'detached' });
}

/** Goes from the welcome page through all that there is to be read. */
async function walkThrough(walk: Walk): Promise<void> {
  await welcome(walk);
  await loading(walk);
  await platform(walk);
  await howComputed(walk);
  await privacy(walk);
  await stores(walk);
  await setAside(walk);
  await matching(walk);
  await calendar(walk);
  await failures(walk);
}

async function welcome({ page, words, listen }: Walk): Promise<void> {
  await page.getByRole('button', { name: words.sampleText.platform.title }).waitFor();
  await listen('welcome');
  await page.locator('summary').click();
  await page.getByRole('radio').first().waitFor();
  for (const system of await page.getByRole('radio').all()) {
    await system.check();
    await listen('how to get an export');
  }
  await page.locator('summary').click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.csv'));
    dispatchEvent(new DragEvent('dragenter', { dataTransfer }));
  });
  await page.getByText(words.pageText.dropTarget.title).waitFor();
  await listen('welcome, files held over it');
  await page.evaluate(() => dispatchEvent(new DragEvent('dragleave', { dataTransfer: new DataTransfer() })));
  const alert = page.getByRole('alert');
  for (const [index, files] of (await unusable()).entries()) {
    await openMade(page, files);
    await alert.waitFor();
    await listen(`files that cannot be used, ${index}: ${files.map(({ name }) => name)}`);
    await alert.getByRole('button', { name: words.pageText.dismiss }).click();
    await alert.waitFor({ state: 'detached' });
  }
  await page.evaluate(() => (location.hash = '#/?sample=nosuch'));
  await page.getByText('nosuch').waitFor();
  await listen('no such sample');
}

async function loading({ page, words, listen }: Walk): Promise<void> {
  // Files that do not arrive keep the load where it is.
  const held: Route[] = [];
  await page.route(/\/(transactions[^/]*\.parquet|platform[^/]*\.json)/, (route) => void held.push(route));
  await page.getByRole('button', { name: words.sampleText.platform.title }).click();
  await page.getByRole('progressbar').first().waitFor();
  await listen('loading');
  await Promise.all(held.map((route) => route.continue()));
  await page.unrouteAll();
  await views(page).waitFor();
  await settled(page);
}

async function platform(walk: Walk): Promise<void> {
  const { page, words, listen } = walk;
  for (const merchant of [1, 2, 3]) {
    await goTo(page, `#/?merchant=${merchant}`);
    await listen(`overview of merchant ${merchant}`);
  }
  await listenToCharts(walk, 'overview');
  for (const view of ['cohorts?months_back=12', 'churn?limit=50', 'revenue?months_back=12&show=revenue']) {
    await goTo(page, `#/${view}&merchant=3`);
    await listen(view);
    await listenToCharts(walk, view);
  }
  for (const show of ['points', 'customers', 'transactions']) {
    await goTo(page, `#/revenue?months_back=12&merchant=3&show=${show}`);
    await listen(`revenue by ${show}`);
  }
  await goTo(page, '#/churn?limit=50&merchant=3');
  for (const label of [words.callText.search, words.churnText.searchLabel])
    await page.getByRole('searchbox', { name: label }).fill('xyzzy');
  await settled(page);
  await listen('churn, a search that finds nothing');
  await goTo(page, '#/churn?limit=200&merchant=3&sort=-points_balance&multiplier=3');
  await listen('churn, sorted');
  for (const multiplier of ['0.5', '5000'] as const) {
    await goTo(page, `#/churn?limit=50&merchant=3&multiplier=${multiplier}`);
    await listen(`churn above ${multiplier}`);
  }
  await goTo(page, '#/?merchant=3&as_of=2026-03-15');
  const option = page.locator('[role=option]').first();
  const merchant = page.getByRole('combobox', { name: words.pageText.merchant.label });
  await listenToOpened(walk, merchant, option, 'the merchant picker, open');
  await goTo(page, '#/churn?merchant=3');
  const selects = page.locator('main').getByRole('combobox');
  for (const select of await selects.all()) await listenToOpened(walk, select, option, 'a drop-down of churn, open');
}

async function howComputed(walk: Walk): Promise<void> {
  const { page, words, listen } = walk;
  const dialog = page.getByRole('dialog');
  for (const view of ['', 'cohorts', 'churn', 'revenue']) {
    await goTo(page, `#/${view}?merchant=3`);
    // That of the timeline is above all of them.
    const place = view === '' ? page : page.getByRole('main');
    const buttons = await place.getByRole('button', { name: words.viewsText.how }).all();
    expect(buttons.length).toBeGreaterThan(0);
    for (const [index, button] of buttons.entries()) {
      await button.click();
      await dialog.waitFor();
      if (index === 0) {
        await dialog.getByRole('button', { name: words.howText.copy }).click();
        await page.getByText(words.howText.copyFailed).or(page.getByText(words.howText.copied)).first().waitFor();
      }
      await listen(`how ${view} is computed, ${index}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  }
  await goTo(page, '#/data');
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.howText.save }).click()]);
  await listen('data, tables saved');
}

async function privacy({ page, words, listen }: Walk): Promise<void> {
  await page.getByRole('button', { name: words.pageText.footerProof }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words.privacyText.requestsElsewhere(0)).waitFor();
  await listen('what leaves the device');
  await dialog.getByRole('button', { name: words.privacyText.tryIt }).click();
  await dialog.getByText(words.privacyText.refusedAll(4)).waitFor();
  await dialog.getByRole('switch').check();
  await listen('what leaves the device, tried, with pseudonyms');
  await dialog.getByRole('switch').uncheck();
  await dialog.getByRole('button', { name: words.privacyText.forget }).click();
  await dialog.getByText(words.privacyText.forgotten).waitFor();
  await listen('what was kept, forgotten');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function stores(walk: Walk): Promise<void> {
  const { page, words, listen } = walk;
  await openAndSettle(walk, fourStores());
  await listenToAdding(walk);
  for (const view of ['cohorts', 'churn', 'revenue']) {
    await goTo(page, `#/${view}?store=1&multiplier=1`);
    await listen(`${view} of a store`);
    await listenToCharts(walk, `${view} of a store`);
    await goTo(page, `#/${view}?store=1&as_of=2026-01-05`);
    await listen(`${view} of a store before there was anything`);
    await goTo(page, `#/${view}?store=99`);
    await page.getByRole('button', { name: words.storeText.showAll }).waitFor();
    await listen(`${view} of an unknown store`);
  }
  for (const view of ['', 'cohorts', 'churn', 'revenue']) {
    await goTo(page, `#/${view}?as_of=2026-01-01`);
    await listen(`${view} before there was anything`);
    await goTo(page, `#/${view}?as_of=2030-01-01`);
    await listen(`${view} after the data`);
    await goTo(page, `#/${view}?merchant=99`);
    await listen(`${view} of an unknown merchant`);
  }
  // No amounts: revenue can only be estimated.
  await goTo(page, '#/revenue?show=revenue');
  await page.getByText(words.revenueText.rateHint).waitFor();
  await listen('revenue, asking for a rate');
  await goTo(page, '#/revenue?show=revenue&points_per_unit=10');
  await listenToCharts(walk, 'revenue, estimated');
  await page.evaluate(() => (location.hash = '#/?sample=cafe'));
  await page.getByRole('button', { name: words.scopeText.keepOwn }).waitFor();
  await listen('a sample in the place of files of one’s own');
  await page.getByRole('button', { name: words.scopeText.keepOwn }).click();
}

async function setAside(walk: Walk): Promise<void> {
  const { page, words, left, listen } = walk;
  await openAndSettle(walk, withRowsSetAside());
  await goTo(page, '#/data');
  for (const summary of await page.locator('main summary').all()) await summary.click();
  await listen('data, with rows set aside');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.qualityText.download }).click(),
  ]);
  const content = await buffer(await download.createReadStream());
  const found = walk.find(content.toString().split('\r\n'));
  if (found.length > 0) left['the report as a file'] = found;
  for (const view of ['', 'cohorts', 'churn', 'revenue']) {
    await goTo(page, `#/${view}`);
    await listen(`${view}, with rows set aside`);
  }
}

/** The files with ids that no other has, in a column of which no name says so: a person has to choose it. */
async function withOtherIds([cards, transactions]: File[]): Promise<File[]> {
  const text = await transactions!.text();
  return [cards!, new File([text.replaceAll(/^(?=\d+;)/gm, 'X-')], transactions!.name)];
}

async function matching(walk: Walk): Promise<void> {
  const { page, words, listen } = walk;
  const title = page.getByRole('heading', { level: 1, name: words.matchingText.title });
  const load = page.getByRole('button', { name: words.matchingText.load, exact: true });
  for (const [state, files] of [
    ['names of its own', await withOtherIds(germanExport())],
    ['values that can be read two ways', ambiguous()],
  ] as const) {
    await openMade(page, files);
    await title.waitFor();
    await listen(`columns to be matched: ${state}`);
    for (const folded of await page.locator('main details details > summary').all()) await folded.click();
    // Each goes once it is pressed.
    const others = page.getByRole('button', { name: words.matchingText.otherFormat });
    for (let left = await others.count(); left > 0; left--) await others.first().click();
    await listen(`columns to be matched, unfolded: ${state}`);
    const choices = await page.locator('main').getByRole('combobox').all();
    const option = page.locator('[role=option]').first();
    for (const choice of choices.slice(0, 3))
      await listenToOpened(walk, choice, option, `a choice of columns, open: ${state}`);
    // It cannot be loaded yet: what is missing is said.
    await load.press('Enter');
    await listen(`columns to be matched, not yet: ${state}`);
    if (state === 'names of its own') await page.getByRole('button', { name: words.matchingText.cancel }).click();
  }
  for (const pressed of await page.getByRole('button', { name: words.matchingText.orders['day-first'] }).all())
    await pressed.click();
  await page.getByRole('button', { name: words.matchingText.decimalPoint }).first().click();
  await listen('columns matched');
  await load.click();
  await views(page).waitFor();
  await goTo(page, '#/data');
  await listen('data, matched by hand');
}

async function calendar(walk: Walk): Promise<void> {
  const { page, words, listen } = walk;
  await openAndSettle(walk, local());
  const offered = page.getByRole('button', { name: words.calendarText.accept('Europe/Luxembourg') });
  await offered.waitFor();
  await listen('a calendar offered');
  const reportDate = page.getByRole('button', { name: words.pageText.reportDate.label });
  const zone = page.getByLabel(words.calendarText.timeZone);
  await listenToOpened(walk, reportDate, zone, 'the report date and the calendar, open');
  await goTo(page, '#/?time_zone=Europe/Luxembourg&day_start=4&as_of=2026-04-01');
  await listenToOpened(walk, reportDate, zone, 'the report date and the calendar, chosen');
  await goTo(page, '#/revenue');
  await listen('revenue by a calendar');
}

async function failures({ page, words, listen }: Walk): Promise<void> {
  const alert = page.getByRole('alert');
  await crash(page, 'duckdb');
  await page.evaluate(() => (location.hash = '#/cohorts'));
  await alert.waitFor();
  await listen('the engine stopped');
  await page.route(/\/assets\/(Churn|registry)-/, (route) => route.abort());
  await page.goto('about:blank');
  await page.goto(`${address()}#/churn?sample=cafe`);
  await alert.waitFor();
  await listen('a view missing');
  await page.evaluate(() => (location.hash = '#/revenue'));
  await page.getByRole('heading', { level: 1, name: words.revenueText.title }).waitFor();
  await alert.waitFor();
  await listen('the charts missing');
}

describe('a walk through all of the page', () => {
  // One language shows that the page says nothing but its messages; that those of the other have no English is for them to show (text/languages.test.ts).
  it('finds no word of English left over', async () => {
    const walk = await walkIn(browser, { language: 'fr', locale: 'fr-FR', other: 'fr' });
    await walkThrough(walk);
    expect(walk.left).toEqual({});
    await walk.page.context().close();
  });

  it('would have found it: in text, in names that are heard alone, in titles and in what is drawn', async () => {
    const walk = await walkIn(browser, { language: 'en', locale: 'en-GB', other: 'fr' });
    await walk.page.evaluate(() => (location.hash = '#/revenue?sample=cafe'));
    await views(walk.page).waitFor();
    await settled(walk.page);
    await listenToCharts(walk, 'revenue');
    const said = Object.values(walk.left).flat();
    expect(said.length).toBeGreaterThan(50);
    const { pageText, revenueText, viewsText } = walk.words;
    for (const english of [
      revenueText.lead,
      pageText.reportDate.explanation('UTC'),
      pageText.language,
      viewsText.chart,
    ])
      expect(said.map((one) => one.in)).toContain(english);
    // The page's title, and a name without text.
    expect(said.some((one) => one.in.startsWith(`${revenueText.title} · `))).toBe(true);
    expect(said.some((one) => one.in.startsWith('Bar chart of '))).toBe(true);
    // Drawn on canvases alone.
    await walk.page.evaluate(() => {
      document.body.replaceChildren();
      const context = document.createElement('canvas').getContext('2d')!;
      context.fillText('Months and stores', 0, 0);
    });
    await walk.listen('drawn');
    expect(walk.left.drawn!.map((one) => one.english)).toEqual(expect.arrayContaining(['months', 'and', 'stores']));
    await walk.page.context().close();
  });
});
