import { describe } from 'vitest';
import { findBrowser, findFirefox, findWebKit } from '../../.ci/browser.mjs';
import type { Visitor } from '../support/visitor.ts';
import type { WithoutNetwork } from '../support/without-network.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import { browserCrashed, startWebKit } from './webkit.ts';

/** Starts a browser that has never been anywhere, where there is a network or where there is none; the test closes it. */
export type Start = (place?: WithoutNetwork) => Promise<Visitor>;

/** By the names that the test command has for them. */
const browsers: Record<string, { isHere: () => boolean; start: Start }> = {
  Chromium: { isHere: () => findBrowser() !== null, start: startChromium },
  Firefox: { isHere: () => findFirefox() !== null, start: startFirefox },
  WebKitGTK: { isHere: () => findWebKit() !== null, start: startWebKit },
};

/**
 * The same tests in every browser. Those of one that is missing are left out, as the test command says, or fail where all are required.
 *
 * A test in which the browser itself crashed has not said anything of the page: it is begun once more, and the test command names it. What
 * makes a browser crash each time fails all the same.
 */
export function inEveryBrowser(tests: (start: Start) => void): void {
  const isRequired = Boolean(process.env.LOYALTY_LENS_REQUIRE_BROWSERS);
  for (const [name, { isHere, start }] of Object.entries(browsers)) {
    describe.skipIf(!isRequired && !isHere())(
      name,
      { retry: { count: 1, condition: new RegExp(browserCrashed) } },
      () => tests(start),
    );
  }
}
