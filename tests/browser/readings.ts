import type { Locator, Page, Worker } from 'playwright-core';
import { expect } from 'vitest';
import type { WatchedPage } from './page.ts';

/** The page made no error, and no request to the outside. */
export function expectNothingWrong({ errors, outside }: WatchedPage): void {
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
}

export const hashOf = (page: Page): string => new URL(page.url()).hash;
export const heading = async (page: Page): Promise<string> =>
  (await page.locator('main h1').innerText()).replaceAll('\u00a0', ' ');

/** The name of what is open, in the header, with the number of rows set aside where there are any. */
export const nameOfExport = (page: Page): Promise<string> => page.getByRole('link', { name: /^Data:/ }).innerText();

export const viewLink = (page: Page, view: string): Locator =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view });

/** What the overview says in figures, as text by label. */
export async function keyFigures(page: Page): Promise<Record<string, string>> {
  const figures = page.getByRole('region', { name: 'Key figures' });
  await figures.waitFor();
  return figures.evaluate((region) =>
    Object.fromEntries(
      [...region.querySelectorAll('dt')].map((label) => [
        label.textContent.trim(),
        label.nextElementSibling!.textContent.trim(),
      ]),
    ),
  );
}

/** What the Data view says of the files of a kind; that it adds up is expected. */
export async function quality(page: Page, kind: string): Promise<Quality> {
  const region = page.getByRole('region', { name: kind, exact: true });
  const figure = async (label: string): Promise<number> =>
    numberIn(await region.locator('dl > div').filter({ hasText: label }).locator('dd').innerText());
  const [read, used, aside] = await Promise.all([figure('Rows read'), figure('Used'), figure('Set aside')]);
  expect(read).toBe(used + aside);
  const reasons = await cellsOf(region.getByRole('table').filter({ hasText: 'Examples' }));
  return { read, used, aside, reasons };
}

export interface Quality {
  read: number;
  used: number;
  aside: number;
  /** Reason, column, rows and examples as they are written. */
  reasons: string[][];
}

/** The cells of a panel's table, headers left out, as text; the panel is switched to its table. */
export async function tableOf(page: Page, panel: string): Promise<string[][]> {
  const region = page.getByRole('region', { name: panel, exact: true });
  const asTable = region.getByRole('radio', { name: 'Table' });
  if (await asTable.count()) await asTable.click();
  return cellsOf(region);
}

/** The cells of a table's rows, headers left out, as text. */
export function cellsOf(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText)),
    );
}

/** A formatted whole number, `12,345` or `45%`, as a number. */
export const numberIn = (cell: string): number => Number(cell.replaceAll(/[^\d-]/g, ''));

/** An error in a worker that nothing catches. */
export async function crash(page: Page, name: string): Promise<void> {
  await (
    await workerCalled(page, name)
  ).evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('crashed by a test');
      }),
  );
}

/** Ends a worker as a browser does that needs the memory: without an error, and without an answer to anybody. */
export async function endSilently(page: Page, name: string): Promise<void> {
  // It may be gone before it has answered.
  await (await workerCalled(page, name)).evaluate(() => void setTimeout(() => close())).catch(() => undefined);
}

/** Their addresses are those of blobs. The latest of a name is the one in use. */
async function workerCalled(page: Page, name: string): Promise<Worker> {
  for (const worker of page.workers().toReversed()) {
    if ((await worker.evaluate(() => self.name).catch(() => null)) === name) return worker;
  }
  throw new Error(`There is no worker called ${name}.`);
}
