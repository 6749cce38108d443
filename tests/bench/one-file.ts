import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findFirefox, findWebKit } from '../../.ci/browser.mjs';
import { buildOneFile } from '../../.ci/one-file/build.ts';
import { startChromium } from '../browsers/chromium.ts';
import { startFirefox } from '../browsers/firefox.ts';
import { startWebKit } from '../browsers/webkit.ts';
import type { Visitor } from '../support/visitor.ts';
import type { Times } from './measure.ts';

/** The page as one file. Milliseconds are from the start of the navigation, each in a browser that was just started. */
export interface OneFile {
  bytes: number;
  browsers: { name: string; welcome: Times; sample: Times }[];
}

const rounds = 5;

/** Builds it and opens it from the disk, in every browser that is here. */
export async function measureOneFile(): Promise<OneFile> {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-bench-one-file-'));
  try {
    const { path, bytes } = await buildOneFile(folder);
    const starts = [startChromium, ...(findFirefox() ? [startFirefox] : []), ...(findWebKit() ? [startWebKit] : [])];
    const measured: OneFile = { bytes, browsers: [] };
    for (const start of starts) measured.browsers.push(await measureIn(start, pathToFileURL(path).href));
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(start: () => Promise<Visitor>, address: string): Promise<OneFile['browsers'][number]> {
  const times = { name: '', welcome: [] as Times, sample: [] as Times };
  for (let i = 0; i < rounds; i++) {
    for (const [kind, hash, drawnAt] of [
      ['welcome', '', welcomeDrawn],
      ['sample', '#/?sample=bakery', sampleDrawn],
    ] as const) {
      const visitor = await start();
      times.name = visitor.browser;
      try {
        await visitor.visit(address + hash);
        times[kind].push(await visitor.run(drawnAt));
      } finally {
        await visitor.close();
      }
    }
  }
  return times;
}

/** Runs in the page: what is painted first is all of the welcome page. */
function welcomeDrawn(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      if (paint) resolve(paint.startTime);
      else setTimeout(look, 5);
    };
    look();
  });
}

/** Runs in the page. */
function sampleDrawn(): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelectorAll('main canvas').length >= 4) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}
