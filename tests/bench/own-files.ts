import { launchChromiumToMeasure } from '../support/chromium.ts';
import { messages } from '../support/english.ts';
import { pathsOf, type ExportFiles } from './data.ts';
import type { Effort, Times } from './measure.ts';
import { noteWhenDrawn } from './visits.ts';

declare global {
  interface Window {
    /** When files were chosen, on the page's clock. */
    chosenAt?: number;
  }
}

/** Milliseconds from choosing one's own files to what one waits for. */
export interface OwnFiles {
  /** Key figures of the overview. */
  figures: Times;
  /** All of the overview. */
  drawn: Times;
}

/** How long somebody takes to find their files: by then the engine has rehearsed, and Chromium has made fast what that ran. */
const chooseMs = 8000;

/** Opens an export from the welcome page. */
export async function measureOwnFiles(address: string, files: ExportFiles, { loads }: Effort): Promise<OwnFiles> {
  const { figures, insights } = messages.overviewText;
  const times: OwnFiles = { figures: [], drawn: [] };
  for (let i = 0; i < loads; i++) {
    const browser = await launchChromiumToMeasure();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(noteWhenChosen);
      await page.addInitScript(noteWhenDrawn, insights);
      await page.goto(address);
      await page.waitForTimeout(chooseMs);
      await page.locator('input[type=file]').first().setInputFiles(pathsOf(files));
      const [shown, drawn] = await page.evaluate(untilDrawn, figures);
      times.figures.push(shown!);
      times.drawn.push(drawn!);
    } finally {
      await browser.close();
    }
  }
  return times;
}

/** Runs in the page. */
function noteWhenChosen(): void {
  addEventListener('change', () => (window.chosenAt ??= performance.now()), { capture: true });
}

/** Runs in the page. */
function untilDrawn(figures: string): Promise<number[]> {
  return new Promise((resolve) => {
    let figuresAt: number | null = null;
    const look = (): void => {
      if (document.querySelector(`[aria-label="${figures}"] dd`)) figuresAt ??= performance.now();
      const { chosenAt, drawnAt } = window;
      if (figuresAt !== null && drawnAt !== undefined) resolve([figuresAt - chosenAt!, drawnAt - chosenAt!]);
      else requestAnimationFrame(look);
    };
    look();
  });
}
