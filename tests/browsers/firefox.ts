import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { findFirefox } from '../../.ci/browser.mjs';
import { Visitor } from '../support/visitor.ts';
import type { WithoutNetwork } from '../support/without-network.ts';

/** Headless Firefox over WebDriver BiDi; Puppeteer makes the profile, and removes it. */
export async function startFirefox(place?: WithoutNetwork): Promise<Visitor> {
  const firefox = findFirefox();
  if (!firefox) throw new Error('No Firefox found. npm test installs one; or set FIREFOX_PATH.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: place ? await place.executable(firefox) : firefox,
    ...(place && { debuggingPort: place.port }),
    headless: true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
  });
  await letWorkersBe(browser);
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

/** What Puppeteer has of WebDriver BiDi beneath its own interface. */
interface Connection {
  send(method: 'browsingContext.getTree', params: object): Promise<{ result: { contexts: { context: string }[] } }>;
  send(method: 'script.evaluate', params: object): Promise<unknown>;
}

/**
 * Firefox 153 watches every worker for its driver, and while it does, a worker that starts workers of its own may stop for good: on a
 * busy machine 7 of 100 did, without a driver none of 360. The engine is such a worker. Nothing here asks for what is watched, so the
 * watching ends. Versions without it have no such module, which is no error to the protocol.
 */
async function letWorkersBe(browser: Browser): Promise<void> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const watching = 'chrome://remote/content/shared/js-process-actors/WebDriverWorkerListenerActor.sys.mjs';
  await connection.send('script.evaluate', {
    expression: `ChromeUtils.importESModule('${watching}').unregisterWebDriverWorkerListenerActor()`,
    target: { context: tree.result.contexts[0]!.context },
    awaitPromise: false,
  });
}
