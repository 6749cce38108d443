import type { Locator, Page, Worker } from 'playwright-core';
import { expect } from 'vitest';
import type { FileKind } from '../../src/contract/files.ts';
import type { View } from '../../src/domain/views.ts';
import type { ErrorWords } from '../../src/text/errors.ts';
import { messages } from '../support/english.ts';
import type { WatchedPage } from './page.ts';

const { matchingText, overviewText, pageText, qualityText, sampleText, viewsText } = messages;

/** The page made no error, and no request to the outside. */
export function expectNothingWrong({ errors, outside }: WatchedPage): void {
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
}

/** What the page itself says: `page.url()` hears of a change a little later. */
export const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);
export const heading = (page: Page): Promise<string> => page.locator('main h1').innerText();

/** Names that begin with these words. */
export const beginning = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}`);

/** What is open, in the header: the way to the Data view. */
export const exportLink = (page: Page, name = ''): Locator =>
  page.getByRole('link', { name: beginning(`${pageText.labelled(pageText.views.data)} ${name}`) });

/** The name of what is open, in the header, with the number of rows set aside where there are any. */
export const nameOfExport = (page: Page): Promise<string> => exportLink(page).innerText();

/** What leads to the views, once an export is open. */
export const navigation = (page: Page): Locator => page.getByRole('navigation', { name: pageText.mainNavigation });

export const viewLink = (page: Page, view: View): Locator =>
  navigation(page).getByRole('link', { name: pageText.views[view] });

/** The heading of the welcome page. */
export const welcome = (page: Page): Locator => page.getByRole('heading', { level: 1, name: pageText.welcome.title });

export type SampleId = keyof typeof sampleText;

/** What opens a sample on the welcome page. */
export const sampleButton = (page: Page, id: SampleId): Locator =>
  page.getByRole('button', { name: beginning(sampleText[id].title) });

/** What opens the report date and the calendar. */
export const reportDate = (page: Page): Locator =>
  page.getByRole('button', { name: beginning(pageText.reportDate.label) });

/** The list of merchants, of which one whose name begins like this is chosen. */
export const merchantPicker = (page: Page, chosen = ''): Locator =>
  page.getByRole('combobox', { name: beginning(`${pageText.merchant.label} ${chosen}`) });

/** The heading of the screen on which the columns are matched. */
export const matchingTitle = (page: Page): Locator => page.getByRole('heading', { level: 1, name: matchingText.title });

/** What ends a load. */
export const cancelButton = (page: Page): Locator => page.getByRole('button', { name: pageText.loading.cancel });

/** What takes a message of a failure away. */
export const dismissButton = (page: Page): Locator =>
  page.getByRole('alert').getByRole('button', { name: pageText.dismiss });

/** A panel of a view, or what the Data view says of a kind of file. */
export const panel = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** There is an alert, and it says all of this. */
export async function expectAlert(page: Page, words: ErrorWords): Promise<void> {
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const said = await alert.innerText();
  for (const sentence of Object.values(words)) expect(said).toContain(sentence);
}

/** What the overview says in figures, as text by label. */
export async function keyFigures(page: Page): Promise<Record<string, string>> {
  const figures = page.getByRole('region', { name: overviewText.figures });
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
export async function quality(page: Page, kind: FileKind): Promise<Quality> {
  const region = panel(page, pageText.kinds[kind]);
  const figure = async (label: string): Promise<number> =>
    numberIn(await region.locator('dl > div').filter({ hasText: label }).locator('dd').innerText());
  const [read, used, aside] = await Promise.all([
    figure(qualityText.read),
    figure(qualityText.used),
    figure(qualityText.setAside),
  ]);
  expect(read).toBe(used + aside);
  const reasons = await cellsOf(region.getByRole('table').filter({ hasText: qualityText.examples }));
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
export async function tableOf(page: Page, title: string): Promise<string[][]> {
  const region = panel(page, title);
  const asTable = region.getByRole('radio', { name: viewsText.table });
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
