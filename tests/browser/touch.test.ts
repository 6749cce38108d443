import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectToChromium, goTo, openPage, openSample } from './page.ts';
import { expectNothingWrong } from './readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** Runs in the page: what can be pressed and is too small for a finger. What is in a sentence or in a label is pressed by that. */
function tooSmall(): string[] {
  const least = 44;
  const pressed = document.querySelectorAll('a[href], button, input, select, summary, [role=slider], label:has(input)');
  return [...pressed]
    .filter((one) => one.checkVisibility() && !one.closest('p, .skip') && !one.parentElement?.closest('label'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(
      ({ box }) => box.width > 0 && (box.height < least - 0.5 || (box.width < least - 2.5 && box.height < 2 * least)),
    )
    .map(({ one, box }) => `${one.tagName} ${one.ariaLabel ?? one.textContent.trim()} ${box.width} × ${box.height}`);
}

it('what can be pressed is large enough for a finger, on every view of a phone', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const watched = await openPage(browser, '', phone);
  const { page } = watched;
  const found: Record<string, string[]> = { welcome: await page.evaluate(tooSmall) };
  await openSample(page, 'platform');
  for (const view of ['', 'cohorts', 'churn', 'revenue', 'data']) {
    await goTo(page, `#/${view}?sample=platform&merchant=3`);
    found[view] = await page.evaluate(tooSmall);
  }
  expect(found).toEqual({ welcome: [], '': [], cohorts: [], churn: [], revenue: [], data: [] });
  expectNothingWrong(watched);
});
