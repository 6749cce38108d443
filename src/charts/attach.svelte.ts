import { flushSync } from 'svelte';
import { prefersReducedMotion } from 'svelte/motion';
import { MediaQuery } from 'svelte/reactivity';
import type { Attachment } from 'svelte/attachments';
import { whenResized } from '../platform/resized.ts';
import { chartLibrary } from './library.svelte.ts';
import { inTurn } from './turns.ts';
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

    // It tells of the first size too, for which the chart was just drawn, and drawing it again takes as long.
    const fit = (): void => {
      if (!live) return;
      if (live.getWidth() !== element.clientWidth || live.getHeight() !== element.clientHeight) live.resize();
    };
    let stopFitting = (): void => undefined;
    void chartLibrary.fetch();
    void Promise.all([chartLibrary.registry, fontLoaded()]).then(([registry]) => {
      inTurn(() => {
        if (gone) return;
        live = registry.init(element);
        stopFitting = whenResized(element, fit);
        // The effect below draws it.
        flushSync();
      });
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
      stopFitting();
      if (live) end(live);
    };
  };
}

/**
 * What ECharts has begun to paint (a heatmap, 15 ms a frame) it would go on with in the next frame, and find nothing to paint on: first it
 * has nothing more to paint.
 */
function end(drawn: ReturnType<typeof init>): void {
  drawn.getZr().clear();
  drawn.getZr().refreshImmediately();
  drawn.dispose();
}

/** A canvas does not draw itself again when a font arrives, so the first drawing waits for it (it is in the build). */
function fontLoaded(): Promise<unknown> {
  return document.fonts.load('12px "Inter Variable"').catch(() => undefined);
}
