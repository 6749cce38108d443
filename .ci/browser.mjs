// Finds the browsers that the page tests drive, of which the bench needs Chromium, or installs Debian's.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstProgram, hasPackages, install, onPath } from './packages.mjs';

/**
 * The path of an installed Chromium or Chrome; `CHROME_PATH` comes first. Null when there is none.
 *
 * @returns {string | null}
 */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  return firstProgram([
    process.env.CHROME_PATH,
    ...names.flatMap(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]);
}

/**
 * The path of an installed Firefox; `FIREFOX_PATH` comes first. Null when there is none. One called `firefox` is not looked for:
 * Ubuntu's is a snap, which cannot read the profiles of tests.
 *
 * @returns {string | null}
 */
export function findFirefox() {
  return firstProgram([
    process.env.FIREFOX_PATH,
    ...onPath('firefox-esr'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
}

/**
 * The paths of what it takes to drive WebKitGTK. Null when any of it is missing.
 *
 * @returns {{ browser: string, driver: string, display: string } | null}
 */
export function findWebKit() {
  const browser = firstProgram(miniBrowsers());
  const driver = firstProgram(onPath('WebKitWebDriver'));
  const display = firstProgram(onPath('Xvfb'));
  return browser && driver && display ? { browser, driver, display } : null;
}

/** Where distributions put MiniBrowser: beside the library, which some keep in a folder of the architecture. */
function miniBrowsers() {
  const folders = ['/usr/libexec', '/usr/lib', ...foldersIn('/usr/lib', /-linux-gnu/)];
  return folders.flatMap((folder) => foldersIn(folder, /^webkit(2)?gtk-/)).map((folder) => join(folder, 'MiniBrowser'));
}

function foldersIn(folder, pattern) {
  try {
    return readdirSync(folder)
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * The path of a Chromium, installed from Debian's packages when none is there. Says what it did; without one it ends the process.
 *
 * @returns {string}
 */
export function ensureBrowser() {
  if (!ensure('Chromium', findBrowser, ['chromium'], true)) {
    console.error(
      'Browser: could not be installed. Install Chrome or Chromium, or set CHROME_PATH to one, and try again.',
    );
    process.exit(1);
  }
  return findBrowser();
}

/**
 * The same for the other browsers of the tests. The suite does without one that cannot be installed.
 *
 * @returns {string[]} the names of those that are missing
 */
export function ensureOtherBrowsers() {
  const missing = [];
  if (!ensure('Firefox', findFirefox, ['firefox-esr'])) missing.push('Firefox');
  if (!ensure('WebKitGTK', () => findWebKit()?.browser, ['webkit2gtk-driver', 'xvfb'])) missing.push('WebKitGTK');
  return missing;
}

function ensure(name, find, packages, mayAsk = false) {
  const found = find();
  if (found) {
    console.log(`Browser: ${name}, ${found}.`);
    return true;
  }
  if (hasPackages()) {
    console.log(`Browser: no ${name} found, installing Debian's ${packages.join(' and ')} …`);
    install(packages, mayAsk);
  }
  const installed = find();
  console.log(installed ? `Browser: ${name}, installed ${installed}.` : `Browser: ${name} is missing.`);
  return Boolean(installed);
}
