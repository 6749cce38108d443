import { launchChromium } from '../support/chromium.ts';
import { messages } from '../support/english.ts';
import type { ExportFiles } from './data.ts';
import type { Effort, Times } from './measure.ts';

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

/** How long somebody takes to find their files: by then the engine has rehearsed. */
const chooseMs = 4000;

/** Opens an export from the welcome page. */
export async function measureOwnFiles(address: string, files: ExportFiles, { loads }: Effort): Promise<OwnFiles> {
  const times: OwnFiles = { figures: [], drawn: [] };
  for (let i = 0; i < loads; i++) {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(noteWhenChosen);
      await page.goto(address);
      await page.waitForTimeout(chooseMs);
      await page.locator('input[type=file]').first().setInputFiles([files.cards, files.transactions, files.stores]);
      const [figures, drawn] = await page.evaluate(untilDrawn, namesOf());
      times.figures.push(figures!);
      times.drawn.push(drawn!);
    } finally {
      await browser.close();
    }
  }
  return times;
}

const namesOf = (): { figures: string; insights: string } => ({
  figures: messages.overviewText.figures,
  insights: messages.overviewText.insights,
});

/** Runs in the page. */
function noteWhenChosen(): void {
  addEventListener('change', () => (window.chosenAt ??= performance.now()), { capture: true });
}

/** Runs in the page: what is painted is there in the frame after it was drawn. */
function untilDrawn(names: ReturnType<typeof namesOf>): Promise<number[]> {
  return new Promise((resolve) => {
    let figuresAt: number | null = null;
    const look = (): void => {
      const now = performance.now() - window.chosenAt!;
      if (document.querySelector(`[aria-label="${names.figures}"] dd`)) figuresAt ??= now;
      const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent.trim());
      const isDrawn = headings.includes(names.insights) && document.querySelectorAll('main canvas').length >= 4;
      if (figuresAt !== null && isDrawn) resolve([figuresAt, now]);
      else requestAnimationFrame(look);
    };
    look();
  });
}
