import type { Page } from 'playwright-core';

/** Makes a page keep what it draws on canvases, where nothing can be read afterwards. To be called before the page is loaded. */
export async function keepDrawnWords(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn = new Set<string>();
    Object.assign(globalThis, { drawn });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...args): void {
      drawn.add(args[0]);
      fillText.apply(this, args);
    };
  });
}

/** All that a page says, to whoever sees it and whoever hears it; what was drawn on canvases since it was last asked included. */
export function saidBy(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = [document.title];
    const isOfAnotherLanguage = (element: Element): boolean =>
      element.closest('[lang]')!.getAttribute('lang') !== document.documentElement.lang;
    const isCode = (element: Element): boolean => element.closest('script, style, noscript, code') !== null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (!isCode(text.parentElement!) && !isOfAnotherLanguage(text.parentElement!)) said.push(text.textContent!);
    const attributes = [
      ...['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'aria-placeholder'],
      ...['title', 'placeholder', 'alt', 'label'],
    ];
    for (const element of document.querySelectorAll('body *'))
      for (const attribute of attributes)
        if (element.hasAttribute(attribute) && !isOfAnotherLanguage(element))
          said.push(element.getAttribute(attribute)!);
    const { drawn } = globalThis as unknown as { drawn: Set<string> };
    said.push(...drawn);
    drawn.clear();
    return said.filter((text) => text.trim() !== '');
  });
}
