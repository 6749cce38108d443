import { prefersReducedMotion } from 'svelte/motion';
import { MediaQuery } from 'svelte/reactivity';
import type { Attachment } from 'svelte/attachments';
import { chartLibrary } from './library.svelte.ts';
import type { ChartTheme } from './style.ts';
import type { ChartOption, init } from './registry.ts';
import { readTheme } from './theme.ts';

const dark = new MediaQuery('(prefers-color-scheme: dark)');

/**
 * Draws the option that `build` returns on the element, and draws it again whenever something reactive that `build`
 * reads changes, the element is resized or the colour scheme changes. The chart library is fetched at the
 * latest when the first chart is, so that the page shows before it.
 */
export function chart(build: (theme: ChartTheme) => ChartOption): Attachment<HTMLElement> {
  return (element) => {
    let live = $state.raw<ReturnType<typeof init>>();
    let gone = false;

    const observer = new ResizeObserver(() => live?.resize());
    void chartLibrary.fetch();
    void Promise.all([chartLibrary.registry, fontLoaded()]).then(([registry]) => {
      if (gone) return;
      live = registry.init(element);
      observer.observe(element);
    });

    const theme = $derived((void dark.current, readTheme(element)));
    $effect(() => {
      if (!live) return;
      const option = build(theme);
      live.setOption({
        animationDuration: 240,
        animationDurationUpdate: 160,
        animationEasing: 'cubicOut',
        ...option,
        animation: option.animation !== false && !prefersReducedMotion.current,
      });
    });

    return () => {
      gone = true;
      observer.disconnect();
      live?.dispose();
    };
  };
}

/** A canvas does not draw itself again when a font arrives, so the first drawing waits for it (it is in the build). */
function fontLoaded(): Promise<unknown> {
  return document.fonts.load('12px "Inter Variable"').catch(() => undefined);
}
