// Draws the icons that are not vectors from those that are; to be run once either of them has changed: node .ci/draw-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser.mjs';

const icons = new URL('../src/ui/icons/', import.meta.url);
const drawings = [
  { from: '../icon.svg', to: 'icon-192.png', size: 192 },
  { from: '../icon.svg', to: 'icon-512.png', size: 512 },
  { from: 'maskable.svg', to: 'maskable-512.png', size: 512 },
];

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
for (const { from, to, size } of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(from, icons), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  writeFileSync(new URL(to, icons), await page.screenshot({ omitBackground: true }));
}
await browser.close();
