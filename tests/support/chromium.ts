import { chromium, type Browser, type BrowserContext, type BrowserServer } from 'playwright-core';
import { findBrowser } from '../../.ci/browser.mjs';
import type { WithoutNetwork } from './without-network.ts';

/** Headless Chromium without traffic of its own: what remains is the page's. */
export async function launchChromium(place?: WithoutNetwork): Promise<Browser> {
  const { executablePath, args } = options();
  const program = place ? await place.executable(executablePath, 'pipe') : executablePath;
  return chromium.launch({ executablePath: program, args });
}

/** The same as people have it, with WebAssembly's optimising compiler: what is measured is what they wait for. */
export function launchChromiumToMeasure(): Promise<Browser> {
  return chromium.launch(optionsToMeasure());
}

/** That with a profile: what the browser keeps is there for the next visit, as it is for a user. */
export function launchChromiumToMeasureWithProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...optionsToMeasure(), viewport: { width: 1440, height: 900 } });
}

/**
 * The same, in which a page can be installed as an app: it is offered at once, without a person who has used it for a while, and what the
 * browser puts on the desktop for it lies in the profile, too.
 */
export function launchChromiumThatInstalls(folder: string): Promise<BrowserContext> {
  const { executablePath, args } = options();
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...args, '--bypass-app-banner-engagement-checks'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
}

/** The same, for several processes to connect to. */
export function launchChromiumServer(): Promise<BrowserServer> {
  return chromium.launchServer(options());
}

interface Options {
  executablePath: string;
  args: string[];
}

/** WebAssembly without its optimising compiler: the same code, and a sixth less work for a page that lives seconds. */
function options(): Options {
  const { executablePath, args } = optionsToMeasure();
  return { executablePath, args: [...args, '--js-flags=--liftoff-only'] };
}

function optionsToMeasure(): Options {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome found. npm test installs one; or set CHROME_PATH.');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
    // The browser itself asks Google about forms on any page; here it asks a closed port of this machine.
    '--autofill-server-url=http://127.0.0.1:9/',
    // A host like others, for what browsers allow only to https and to this device itself.
    '--host-resolver-rules=MAP shop.test 127.0.0.1',
  ];
  return { executablePath, args };
}
