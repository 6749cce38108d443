import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any view has. */
const mostStops = 120;

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Presses Tab until the control has the focus. At every stop on the way the focus is on something, and can be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press(key);
    expect(await invisibleFocus(page)).toBeNull();
    if (await hasFocus(target)) return;
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

/** What has the focus without showing it, as markup; null when the ring is there. The end of the page hands the focus to the browser. */
function invisibleFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    // The button of a date field is the browser's own, and so is its ring: the field has the focus and does not match it.
    if (focused.matches('input[type=date]:not(:focus)')) return null;
    // A field may leave its ring to the box around it.
    const shown = [focused, focused.closest('label')].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    });
    const { width, height } = focused.getBoundingClientRect();
    const found = focused.matches(':focus-visible') && shown && width > 0 && height > 0;
    return found ? null : (focused.cloneNode(false) as Element).outerHTML;
  });
}
