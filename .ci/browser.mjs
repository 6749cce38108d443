// Finds the Chromium that the page tests and the bench drive, or installs Debian's.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of an installed Chromium or Chrome; `CHROME_PATH` comes first. Null when there is none.
 *
 * @returns {string | null}
 */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROME_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
  ];
  return candidates.find((path) => path && isExecutable(path)) ?? null;
}

/**
 * The path of a browser, installed from Debian's packages when none is there. Says what it did.
 *
 * @returns {string}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) {
    console.log(`Browser: ${found}.`);
    return found;
  }
  console.log("Browser: none found, installing Debian's chromium …");
  const isRoot = process.getuid?.() === 0;
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const command = isRoot ? ['apt-get', ...args] : ['sudo', 'apt-get', ...args];
    spawnSync(command[0], command.slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const installed = findBrowser();
  if (!installed) {
    console.error(
      'Browser: could not be installed. Install Chrome or Chromium, or set CHROME_PATH to one, and try again.',
    );
    process.exit(1);
  }
  console.log(`Browser: installed ${installed}.`);
  return installed;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
