import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { messages } from '../support/english.ts';
import { beginning, navigation, sampleButton, type SampleId } from './readings.ts';

/** A page that keeps count of what a page must not do. */
export interface WatchedPage {
  page: Page;
  /** Requests that were about to leave the origin; each was refused. */
  outside: string[];
  /** Uncaught errors, failed assertions of the CSP and errors on the console. */
  errors: string[];
}

export const address = (): string => inject('address');

/** How long a page may take to show what is waited for: machines of continuous integration take three times what others do, and any page competes with two. */
export const patienceMs = 90_000;

/** The Chromium of all test files. Closing it closes the pages of the file alone. */
export function connectToChromium(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

export async function openPage(
  browser: Browser,
  hash = '',
  { rehearses = false, ...options }: BrowserContextOptions & { rehearses?: boolean } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Luxembourg',
    reducedMotion: 'reduce',
    // Keeping the page for later costs every new context a download of all of it; the test of that allows it.
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(tellOfSizes);
  if (!rehearses) await context.addInitScript(saveData);
  const outside: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(address());
  await context.route(
    (url) => url.origin !== origin && !['data:', 'blob:'].includes(url.protocol),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address() + hash);
  // It fetches its words first.
  await page.locator('header').waitFor();
  return { page, outside, errors };
}

/** Runs in a page before all else. A size that changes while the browser tells of sizes is an error of the page for which nothing was thrown: Playwright does not hear of it. */
function tellOfSizes(): void {
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent && !event.error) console.error(event.message);
  });
}

/** Runs in a page before all else: the browser was told to fetch no more than is needed, so that no sample is loaded for nobody. */
export function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

const goldenFiles = ['cards.parquet', 'transactions.parquet', 'stores.parquet'];

/** The paths of a recorded export's files. */
export function goldenPaths(seed: string): string[] {
  return goldenFiles.map((file) => fileURLToPath(new URL(`../golden/${seed}/${file}`, import.meta.url)));
}

/** What the page calls a recorded export. */
export const goldenName = messages.pageText.filesName(goldenFiles);

/** Opens files through the file dialog's input, whatever is on the page: in the place of what is open, or added to it. */
export async function openFiles(
  page: Page,
  files: Parameters<Page['setInputFiles']>[1],
  how: 'add' | 'replace' = 'replace',
): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files);
  await answerIfAsked(page, how);
}

/** While files of the user's own are open, the page asks, in whatever language it speaks, whether others are added to them. */
export async function answerIfAsked(page: Page, how: 'add' | 'replace'): Promise<void> {
  const answer = addOrReplace(page)
    .locator('.ways button')
    .nth(how === 'add' ? 0 : 1);
  if ((await answer.count()) > 0) await answer.click();
}

export const addOrReplace = (page: Page): Locator => page.locator('dialog.add-or-replace');

/** Opens files that are made in memory. */
export async function openMade(page: Page, files: readonly File[], how?: 'add' | 'replace'): Promise<void> {
  await openFiles(page, await Promise.all(files.map(upload)), how);
}

/** A file for which there is only a message. */
export const notAnExport = { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') };

/** Opens a recorded export at a view and waits for its heading. */
export async function openExport({ page }: WatchedPage, seed: string): Promise<void> {
  await openFiles(page, goldenPaths(seed));
  await navigation(page).waitFor();
  await settled(page);
}

/** Opens one of the sample exports from the welcome page, and waits until the engine has it. */
export async function openSample(page: Page, id: SampleId): Promise<void> {
  await sampleButton(page, id).click();
  await navigation(page).waitFor();
  await isLoaded(page);
  await settled(page);
}

/** Waits until the engine has a sample that is seen already. */
export const isLoaded = (page: Page): Promise<void> => page.locator('.notices .loading').waitFor({ state: 'detached' });

/** Goes to a view by its address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await settled(page);
}

/** What leaves the device, in words. */
export const privacyPanel = (page: Page): Locator => page.getByRole('dialog', { name: messages.privacyText.title });

/** Opens it from below the page. */
export async function openPrivacyPanel(page: Page): Promise<Locator> {
  await page.getByRole('contentinfo').getByRole('button', { name: messages.pageText.footerProof }).click();
  await privacyPanel(page).waitFor();
  return privacyPanel(page);
}

/** Waits until the view of the address is the one in sight and no answer is under way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isSettled);
}

/** Runs in the page: the view of the address is the one in sight, and nothing says, in any language, that it is busy. */
export function isSettled(): boolean {
  const view = document.title.split(' · ')[0]!;
  const heading = document.querySelector('main h1')?.textContent ?? '';
  const waiting = [...document.querySelectorAll('main [role=status]')].some((one) => one.textContent.endsWith('…'));
  return heading.startsWith(view) && !waiting && !document.querySelector('[aria-busy=true]');
}

/** Chooses an option of a drop-down by the words on it. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: beginning(label) }).click();
  await page.getByRole('option', { name: option }).click();
  await settled(page);
}

/** A file made in memory, as the file dialog's input takes it. */
export async function upload(file: File): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) };
}
