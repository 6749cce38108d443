import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../.ci/browser.mjs';

/** Headless Chromium without traffic of its own: what remains is the page's. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome found. npm test installs one; or set CHROME_PATH.');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath, args });
}
