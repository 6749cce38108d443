import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * Calls `fit` in the frame after the element has got another size, once for all that it got in between. Not while the browser tells of
 * sizes: what changes another size then, it tells as an error of the page (of a page from the disk, WebKit as "Script error." of nothing).
 *
 * @returns ends it
 */
export function whenResized(element: Element, fit: () => void): () => void {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}

/** Pixels of a rem, which a reader may enlarge. */
export const pixelsOfRem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Tells of an element's size as soon as it is there, and in the frame after it has got another one. */
export function sized<E extends Element>(tell: (element: E) => void): Attachment<E> {
  return (element) => {
    const fit = (): void => tell(element);
    // Whatever it reads is no reason to begin again.
    untrack(fit);
    return whenResized(element, fit);
  };
}
