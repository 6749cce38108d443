import type { Browser, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { format, messages } from '../support/english.ts';
import { connectToChromium, goTo, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong, hashOf, reportDate } from './readings.ts';

const { timelineText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const slider = (page: Page): Locator => page.getByRole('slider', { name: timelineText.slider });
const playButton = (page: Page): Locator => page.getByRole('button', { name: timelineText.play });
const pauseButton = (page: Page): Locator => page.getByRole('button', { name: timelineText.pause });
/** What the view says that it is of. */
const titleOf = (page: Page): Promise<string> => page.locator('main h1').innerText();
const dateInAddress = async (page: Page): Promise<string | null> =>
  /as_of=([\d-]+)/.exec(await hashOf(page))?.[1] ?? null;
const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);

describe('the timeline', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser, '', { reducedMotion: 'no-preference' });
    page = watched.page;
    await openSample(page, 'cafe');
    await slider(page).waitFor();
  });
  afterAll(() => page.context().close());

  it('is dragged, and the view follows; the address does once it is let go, with one entry', async () => {
    const before = { entries: await entries(page), title: await titleOf(page) };
    const box = (await slider(page).boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 8, y);
    await page.mouse.down();
    for (const share of [0.9, 0.8, 0.7, 0.6, 0.5]) await page.mouse.move(box.x + box.width * share, y);
    await expect.poll(() => titleOf(page)).not.toBe(before.title);
    // For longer than a change that settles by itself would wait.
    await page.waitForTimeout(700);
    expect([await dateInAddress(page), await entries(page)]).toEqual([null, before.entries]);
    await page.mouse.up();
    await expect.poll(() => dateInAddress(page)).not.toBeNull();
    expect(await entries(page)).toBe(before.entries + 1);
    await settled(page);
    expect(await titleOf(page)).not.toBe(before.title);
    await page.goBack();
    await expect.poll(() => titleOf(page)).toBe(before.title);
    expect(await dateInAddress(page)).toBeNull();
  });

  it('goes by days and months with the keyboard, to the first day and the last', async () => {
    const first = await slider(page).getAttribute('min');
    const pressed: [key: string, date: string | null][] = [
      ['ArrowLeft', '2026-10-30'],
      ['PageDown', '2026-09-30'],
      ['PageUp', '2026-10-30'],
      ['ArrowRight', null],
      ['Home', new Date(Number(first) * 86_400_000).toISOString().slice(0, 10)],
      ['End', null],
    ];
    for (const [key, date] of pressed) {
      await slider(page).press(key);
      await expect.poll(() => dateInAddress(page), { message: key }).toBe(date);
    }
    await settled(page);
  });

  it('says how much happened in the week of a day', async () => {
    const said = (): Promise<string | null> => slider(page).getAttribute('aria-valuetext');
    // The weeks of the sample's last days; what the engine says of each is held against the definition elsewhere.
    await expect.poll(said).toMatch(/^31.Oct.2026, \d+ transactions in its week$/);
  });

  it.each(['#/?sample=cafe', '#/cohorts?months_back=12&sample=cafe', '#/churn?limit=50&sample=cafe'])(
    'plays, nothing goes up from its place, and the address has where it was stopped: %s',
    async (view) => {
      await goTo(page, view);
      const before = await entries(page);
      await page.evaluate(watchPlaces);
      await playButton(page).click();
      await expect.poll(() => page.evaluate(() => window.datesSeen!.size)).toBeGreaterThan(8);
      // As long as it plays: what is held is let go with it.
      const places = await page.evaluate(() => [...window.places!]);
      expect([await dateInAddress(page), await entries(page)]).toEqual([null, before]);
      await pauseButton(page).click();
      await expect.poll(() => dateInAddress(page)).not.toBeNull();
      expect(await entries(page)).toBe(before + 1);
      expect(places.length).toBeGreaterThan(2);
      // A part that needs more room than it ever had takes it; none gives any back, and nothing moves sideways.
      const moved = places.filter(([, each]) =>
        each.some(({ x, y }, index) => index > 0 && (x !== each[0]!.x || y < each[index - 1]!.y)),
      );
      expect(moved).toEqual([]);
      await settled(page);
      await page.goBack();
      await settled(page);
      expect(await dateInAddress(page)).toBeNull();
    },
  );

  it('ends by itself on the last day, and goes on while one looks at another view', async () => {
    await goTo(page, '#/churn?limit=50&as_of=2026-10-01&sample=cafe');
    await playButton(page).click();
    await page.getByRole('link', { name: messages.pageText.views.revenue }).click();
    await playButton(page).waitFor();
    expect(await dateInAddress(page)).toBeNull();
    expect(await hashOf(page)).toContain('#/revenue');
    expect(await reportDate(page).innerText()).toContain(format.date('2026-10-31'));
    expectNothingWrong(watched);
  });

  it('is taken while it plays: it stops there, and all of it is one entry', async () => {
    await goTo(page, '#/churn?limit=50&as_of=2025-10-01&sample=cafe');
    const before = await entries(page);
    await playButton(page).click();
    await pauseButton(page).waitFor();
    const box = (await slider(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await page.mouse.down();
    await playButton(page).waitFor();
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2, { steps: 4 });
    const held = await slider(page).inputValue();
    await page.waitForTimeout(300);
    expect(await slider(page).inputValue()).toBe(held);
    expect(await entries(page)).toBe(before);
    // Let go outside of the window.
    await page.mouse.move(-50, -50);
    await page.mouse.up();
    await expect.poll(() => entries(page)).toBe(before + 1);
    expect(await page.locator('main [style*=min-height]').count()).toBe(0);
  });

  it('leads back into the data from a date after it', async () => {
    for (const lead of [() => slider(page).press('End'), () => slider(page).press('ArrowRight')]) {
      await goTo(page, '#/churn?limit=50&as_of=2030-01-01&sample=cafe');
      expect(await slider(page).getAttribute('aria-valuetext')).toBe(format.date('2030-01-01'));
      await lead();
      await expect.poll(() => dateInAddress(page)).toBeNull();
    }
  });

  it('is not dragged by another button than the first', async () => {
    const { x, y, width, height } = (await slider(page).boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down({ button: 'right' });
    await slider(page).press('PageDown');
    await expect.poll(() => dateInAddress(page)).toBe('2026-09-30');
    await page.mouse.up({ button: 'right' });
    await slider(page).press('End');
  });

  it('stops where somebody chooses another date', async () => {
    await goTo(page, '#/?sample=cafe');
    await playButton(page).click();
    await pauseButton(page).waitFor();
    await goTo(page, '#/?as_of=2026-06-15&sample=cafe');
    await playButton(page).waitFor();
    expect(await dateInAddress(page)).toBe('2026-06-15');
  });
});

it('changes nothing where a finger on it scrolls the page', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await openPage(browser, '#/churn?limit=50&sample=cafe', phone);
  await slider(page).waitFor();
  await settled(page);
  const before = [await hashOf(page), await entries(page)];
  const box = (await slider(page).boundingBox())!;
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number): Promise<unknown> =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y - by }] });
  await send('touchStart', 0);
  for (let by = 10; by <= 110; by += 10) await send('touchMove', by);
  await send('touchEnd', 0);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  await page.waitForTimeout(700);
  expect([await hashOf(page), await entries(page)]).toEqual(before);
  expect(await reportDate(page).innerText()).toContain(format.date('2026-10-31'));
  await page.context().close();
});

it('plays once the engine has the sample: until then only the last day is known', async () => {
  const watched = await openPage(browser, '', { reducedMotion: 'no-preference' });
  const { page } = watched;
  const held: Route[] = [];
  await page.route(/\/transactions[^/]*\.parquet/, (route) => void held.push(route));
  await goTo(page, '#/?sample=cafe');
  await slider(page).waitFor();
  await page.evaluate(watchPlaces);
  await playButton(page).click();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.datesSeen!.size)).toBe(2);
  for (const route of held) await route.continue();
  await expect.poll(() => page.evaluate(() => window.datesSeen!.size)).toBeGreaterThan(4);
  expectNothingWrong(watched);
  await page.context().close();
});

it('plays as still pictures, a month each, where a person wants no motion', async () => {
  const { page } = await openPage(browser, '#/churn?sample=cafe');
  await slider(page).waitFor();
  await settled(page);
  await page.evaluate(watchPlaces);
  await playButton(page).click();
  await expect.poll(() => page.evaluate(() => window.datesSeen!.size)).toBe(4);
  const days = await page.evaluate(() => [...window.datesSeen!].slice(1).map((date) => date.split(/\s/)[0]));
  expect(new Set(days).size).toBe(1);
  await page.context().close();
});

it('stands in its place before it is there, and in none where nothing has a date', async () => {
  const { page } = await openPage(browser, '#/?sample=cafe');
  await page.locator('main h1').waitFor();
  const top = await page.locator('main').evaluate((main) => main.getBoundingClientRect().y);
  await slider(page).waitFor();
  expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().y)).toBe(top);
  await goTo(page, '#/data?sample=cafe');
  expect(await slider(page).count()).toBe(0);
  await page.context().close();
});

declare global {
  interface Window {
    /** The report dates that have been shown. */
    datesSeen?: Set<string>;
    /** Where the parts of the page stood meanwhile. */
    places?: Map<string, { x: number; y: number }[]>;
  }
}

/** Runs in the page: from now on, which report dates are shown, and where the parts of the page stand. */
function watchPlaces(): void {
  const dates = (window.datesSeen = new Set());
  const places = (window.places = new Map<string, { x: number; y: number }[]>());
  const look = (): void => {
    dates.add(document.querySelector('.report-date .date')!.firstChild!.textContent!.trim());
    const parts = document.querySelectorAll('header .scope, main .panel, main .figures, main table, main .legend');
    for (const part of parts) {
      const { x, y } = part.getBoundingClientRect();
      const name = `${part.className} ${part.querySelector('h2, caption')?.textContent ?? ''}`.replace(' pending', '');
      const stood = places.get(name) ?? [];
      const last = stood.at(-1);
      if (last?.x !== x || last.y !== y) stood.push({ x, y });
      places.set(name, stood);
    }
    requestAnimationFrame(look);
  };
  look();
}
