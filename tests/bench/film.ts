import { launchChromiumToMeasure } from '../support/chromium.ts';
import { messages } from '../support/english.ts';
import { views } from '../../src/domain/views.ts';
import { pathsOf, type ExportFiles } from './data.ts';
import type { Times } from './measure.ts';

/** Milliseconds from a report date that is shown to the next, by view. */
export type Film = Record<string, Times>;

/** How long each view is looked at. */
const watchedMs = 6000;

/** Until what any report date needs is built for a million transactions beside a view that nobody touches: on a slow machine, too. */
const builtMs = 12_000;

/** Until a view is drawn. */
const drawnMs = 1500;

/** Plays an export's report dates, as a person does who presses the button: each frame waits for all answers of the one before. */
export async function measureFilm(address: string, files: ExportFiles, transactions: number): Promise<Film> {
  const { timelineText } = messages;
  const browser = await launchChromiumToMeasure();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.locator('input[type=file]').first().setInputFiles(pathsOf(files));
    await page.getByRole('navigation', { name: 'Views' }).waitFor({ timeout: 120_000 });
    await page.waitForTimeout(builtMs * Math.max(1, transactions / 1_000_000));
    const film: Film = {};
    for (const view of views.filter((view) => view !== 'data')) {
      await page.goto(`${address}#/${view}`);
      await page.waitForTimeout(drawnMs);
      await page.getByRole('button', { name: timelineText.play }).click();
      film[view] = await page.evaluate(framesOf, { slider: timelineText.slider, watchedMs });
      await page.getByRole('button', { name: timelineText.pause }).click();
    }
    return film;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function framesOf({ slider, watchedMs }: { slider: string; watchedMs: number }): Promise<number[]> {
  const range = document.querySelector<HTMLInputElement>(`input[aria-label="${slider}"]`)!;
  const frames: number[] = [];
  const start = performance.now();
  let [shown, since] = [range.value, 0];
  return new Promise((resolve) => {
    const look = (now: number): void => {
      if (range.value !== shown) {
        if (since > 0) frames.push(now - since);
        [shown, since] = [range.value, now];
      }
      if (now - start < watchedMs) requestAnimationFrame(look);
      else resolve(frames);
    };
    requestAnimationFrame(look);
  });
}
