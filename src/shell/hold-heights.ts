import type { Attachment } from 'svelte/attachments';

/**
 * While the report date moves, no part of a view gets lower than it was at its highest: what stands below it stays where one looks.
 *
 * Parts are sections, and whatever has the class `held`: what is not always there needs a place that is. They are known by their headings,
 * so that one that is gone on a day without anything, and made anew on the next, is as high as it was.
 *
 * @param isHeld whether that is so; reactive
 */
export function holdHeights(isHeld: () => boolean): Attachment<HTMLElement> {
  return (host) => {
    if (!isHeld()) return;
    const heights = new Map<string, number>();
    const held = new Set<HTMLElement>();
    let frame = 0;
    // What is made anew is given its height before it is seen; what only grows, with the next frame.
    const made = new MutationObserver(hold);
    made.observe(host, { childList: true, subtree: true });
    again();
    function again(): void {
      hold();
      frame = requestAnimationFrame(again);
    }
    function hold(): void {
      const parts = [...host.querySelectorAll<HTMLElement>('section, .held')].map(
        (part) => [part, nameOf(part), part.getBoundingClientRect().height] as const,
      );
      for (const [part, name, height] of parts) {
        const most = Math.max(height, heights.get(name) ?? 0);
        heights.set(name, most);
        const least = `${most}px`;
        if (part.style.minHeight === least) continue;
        held.add(part);
        part.style.minHeight = least;
      }
    }
    return () => {
      made.disconnect();
      cancelAnimationFrame(frame);
      for (const part of held) part.style.minHeight = '';
    };
  };
}

/** A place is known by its class, whatever is in it. */
const nameOf = (part: HTMLElement): string =>
  part.matches('.held') ? part.className : `${part.querySelector('h2')?.textContent ?? part.ariaLabel}`;
