import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findWebKit } from '../../.ci/browser.mjs';
import { Group } from '../support/group.ts';
import { Visitor, type Driver } from '../support/visitor.ts';
import type { WithoutNetwork } from '../support/without-network.ts';

/** What is said of a browser that crashed, not of a page that failed in it. */
export const browserCrashed = 'the browser itself says that its process for the page crashed';

const width = 1440;
const height = 938;

/** WebKitGTK in its MiniBrowser, on a display of its own. */
export async function startWebKit(place?: WithoutNetwork): Promise<Visitor> {
  const programs = findWebKit();
  if (!programs) throw new Error('No WebKitGTK found. npm test installs it where it can.');
  const profile = await mkdtemp(join(tmpdir(), 'loyalty-lens-webkit-'));
  /** What has been started, to be ended the other way round. */
  const toEnd: (() => Promise<unknown>)[] = [() => rm(profile, { recursive: true, force: true, maxRetries: 10 })];
  const close = async (): Promise<void> => {
    const end = toEnd.pop();
    if (!end) return;
    try {
      await end();
    } finally {
      // A browser that has crashed does not say that it ends: the rest must all the same.
      await close();
    }
  };
  try {
    const screen = new Group(programs.display, [
      ...['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    ]);
    toEnd.push(() => screen.end());
    await screen.ready((output) => /\d\n/.test(output));
    const port = place?.port ?? (await freePort());
    const address = `127.0.0.1:${port}`;
    const [command, ...args] = place?.command(programs.driver) ?? [programs.driver];
    const driver = new Group(command!, [...args, `--port=${port}`], {
      ...environmentIn(profile),
      // WebAssembly without its optimising compiler, as in Chromium: a third less work for a page that lives seconds.
      JSC_useOMGJIT: 'false',
      DISPLAY: `:${/\d+(?=\n)/.exec(screen.output)![0]}`,
    });
    toEnd.push(() => driver.end());
    await driver.ready(() => isAnswering(`http://${address}/status`));
    const browser = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(`http://${address}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
      })
      .build();
    toEnd.push(() => browser.quit());
    // All of the display: 1440 × 900 for the page.
    await browser.manage().window().setRect({ x: 0, y: 0, width, height });
    const version = (await browser.getCapabilities()).getBrowserVersion();
    const name = `WebKitGTK ${version}`;
    return new Visitor(
      toldOfCrashes(driverOf(browser, name, close), () => driver.output.includes('WebProcess CRASHED')),
    );
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function driverOf(page: WebDriver, browser: string, close: () => Promise<void>): Driver {
  const elementOf = (expression: string): Promise<WebElement> => page.executeScript(`return ${expression}`);
  const errors: string[] = [];
  const collect = async (): Promise<void> => void errors.push(...(await page.executeScript<string[]>(takeErrors)));
  /** What the page leaves behind is asked for before it is gone. */
  const to = async (navigation: () => Promise<void>): Promise<void> => {
    await collect();
    await navigation();
    await page.executeScript(listenForErrors);
  };
  return {
    browser,
    goTo: (address) => to(() => page.get(address)),
    reload: () => to(() => page.navigate().refresh()),
    evaluate: (expression) => page.executeScript<string>(`return ${expression}`),
    click: async (expression) => (await elementOf(expression)).click(),
    setFiles: async (expression, paths) => (await elementOf(expression)).sendKeys(paths.join('\n')),
    errors: async () => {
      await collect();
      return errors;
    },
    close,
  };
}

/**
 * Of a crash of the process that shows the page, the driver says that it could not parse a result, or that there is no such session; the
 * browser itself says that it crashed, a moment later.
 */
function toldOfCrashes(driver: Driver, hasCrashed: () => boolean): Driver {
  const told =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await call(...args);
      } catch (thrown) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        throw hasCrashed() ? new Error(`${driver.browser}: ${browserCrashed}`, { cause: thrown }) : thrown;
      }
    };
  return {
    ...driver,
    goTo: told(driver.goTo),
    reload: told(driver.reload),
    evaluate: told(driver.evaluate),
    click: told(driver.click),
    setFiles: told(driver.setFiles),
    errors: told(driver.errors),
  };
}

type Listening = Window & { errorsForTests?: string[] };

/**
 * Runs in the page. The driver does not tell what is on the console, and MiniBrowser does not print it in the private session that it
 * automates: the page itself has to listen, from when it has loaded.
 */
function listenForErrors(): void {
  const errors: string[] = ((window as Listening).errorsForTests ??= []);
  const plain = console.error;
  console.error = (...said: unknown[]) => {
    errors.push(said.join(' '));
    plain(...said);
  };
  // Where it is caught, that of an element whose resource does not come passes too.
  addEventListener('error', (event) => errors.push(event.message ?? `${String(event.target)} did not come`), true);
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => errors.push(`The policy refuses ${blockedURI}`));
}

/** Runs in the page. */
function takeErrors(): string[] {
  return (window as Listening).errorsForTests?.splice(0) ?? [];
}

/** The processes of WebKit keep what they know in folders of the user: these are of one visitor alone. */
function environmentIn(profile: string): NodeJS.ProcessEnv {
  const folders = ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'];
  return Object.fromEntries(folders.map((name) => [name, join(profile, name)]));
}

function isAnswering(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
