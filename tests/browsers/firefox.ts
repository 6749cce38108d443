import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core';
import { findFirefox } from '../../.ci/browser.mjs';
import { Visitor } from '../support/visitor.ts';

/** Headless Firefox over WebDriver BiDi; Puppeteer makes the profile, and removes it. */
export async function startFirefox(): Promise<Visitor> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found. npm test installs one; or set FIREFOX_PATH.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
  });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return new Visitor({
    browser: (await browser.version()).replace('firefox/', 'Firefox '),
    goTo: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: async (expression) => (await page.evaluate(expression)) as string,
    click: async (expression) => (await elementOf(page, expression)).click(),
    setFiles: async (expression, paths) =>
      ((await elementOf(page, expression)) as ElementHandle<HTMLInputElement>).uploadFile(...paths),
    errors: () => Promise.resolve(errors),
    close: () => browser.close(),
  });
}

async function elementOf(page: Page, expression: string): Promise<ElementHandle<Element>> {
  return (await page.evaluateHandle(expression)).asElement() as ElementHandle<Element>;
}
