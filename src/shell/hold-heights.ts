import type { Attachment } from 'svelte/attachments';

/**
 * While the report date moves, no part of a view gets lower than it was at its highest: what stands below it stays where one looks.
 *
 * Parts are sections, and whatever has the class `held`: what is not always there needs a place that is.
 *
 * @param isHeld whether that is so; reactive
 */
export function holdHeights(isHeld: () => boolean): Attachment<HTMLElement> {
  return (host) => {
    if (!isHeld()) return;
    const held = new Map<HTMLElement, number>();
    let frame = 0;
    hold();
    function hold(): void {
      const heights = [...host.querySelectorAll<HTMLElement>('section, .held')].map(
        (part) => [part, part.getBoundingClientRect().height] as const,
      );
      for (const [part, height] of heights) {
        if (height <= (held.get(part) ?? 0)) continue;
        held.set(part, height);
        part.style.minHeight = `${height}px`;
      }
      frame = requestAnimationFrame(hold);
    }
    return () => {
      cancelAnimationFrame(frame);
      for (const part of held.keys()) part.style.minHeight = '';
    };
  };
}
