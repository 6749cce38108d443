import type { ElementHandle, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Visitor } from '../support/visitor.ts';
import type { WithoutNetwork } from '../support/without-network.ts';

/** A Chromium of its own, not the one that the tests of the page share. It is driven through a pipe. */
export async function startChromium(place?: WithoutNetwork): Promise<Visitor> {
  const browser = await launchChromium(place);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return new Visitor({
    browser: `Chromium ${browser.version()}`,
    goTo: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate<string>(expression),
    click: async (expression) => (await elementOf(page, expression)).click(),
    setFiles: async (expression, paths) => (await elementOf(page, expression)).setInputFiles([...paths]),
    errors: () => Promise.resolve(errors),
    close: () => browser.close(),
  });
}

async function elementOf(page: Page, expression: string): Promise<ElementHandle> {
  return (await page.evaluateHandle<Element>(expression)).asElement()!;
}
