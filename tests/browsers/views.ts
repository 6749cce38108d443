import { expect } from 'vitest';
import type { View } from '../../src/domain/views.ts';
import { messages } from '../support/english.ts';
import { isSettled } from '../browser/page.ts';
import { numberIn } from '../browser/readings.ts';
import type { Visitor } from '../support/visitor.ts';
import { listed, type Answers } from './answers.ts';

const { churnText, cohortsText, overviewText, pageText, revenueText, viewsText } = messages;

/** What the name of an export stands after, in the header. */
const toData = pageText.labelled(pageText.views.data);

/** Waits until an export whose name begins like this is open. */
export async function isOpen(visitor: Visitor, name: string): Promise<void> {
  await visitor.waitFor({ role: 'link', name: `${toData} ${name}`, startsWith: true });
  await visitor.until(isSettled);
}

/** Goes through every view by its link and reads what it says. Each has its charts, and no message of a failure. */
export async function lookAtAll(visitor: Visitor): Promise<Answers> {
  await look(visitor, 'overview');
  const overview = await visitor.run(
    (figures) =>
      [...document.querySelectorAll(`main section[aria-label="${figures}"] .value`)].map((one) => one.textContent),
    overviewText.figures,
  );
  await look(visitor, 'cohorts');
  const cohorts = await tableOf(visitor, cohortsText.panel);
  await look(visitor, 'churn');
  const [atRisk, checked] = await visitor.run(() =>
    [...document.querySelectorAll('main .count > *')].map((one) => one.textContent),
  );
  const cards = await cellsOf(visitor, churnText.listTitle);
  await look(visitor, 'revenue');
  // Named for what the export has: revenue, or else transactions.
  const panels = await visitor.run(() => [...document.querySelectorAll('main h2')].map((one) => one.textContent));
  const { metric, monthlyHeading, storesHeading } = revenueText;
  const shown = Object.values(metric).find((name) => panels.includes(monthlyHeading(name)))!;
  const months = await tableOf(visitor, monthlyHeading(shown));
  const stores = await tableOf(visitor, storesHeading(shown));
  await look(visitor, 'data');
  return {
    overview: overview.slice(0, 4).map(numberIn),
    cohorts: cohorts.map(([, ...cells]) => cells.filter((cell) => cell !== '').map(numberIn)),
    churn: {
      atRisk: numberIn(atRisk!),
      checked: numberIn(/[\d,]+/.exec(checked!)![0]),
      cards: cards.slice(0, listed).map(([, , days, , points]) => [days!, points!].map(numberIn)),
    },
    revenue: { months: months.map(firstTwo), stores: stores.map(firstTwo) },
    data: await rowsByKind(visitor),
  };
}

async function look(visitor: Visitor, view: View): Promise<void> {
  // What is open has the way to the Data view; the others are in the navigation.
  if (view === 'data') await visitor.click({ role: 'link', name: toData, startsWith: true });
  else await visitor.click({ role: 'link', name: pageText.views[view], within: pageText.mainNavigation });
  await visitor.until((title) => document.title.startsWith(title), pageText.views[view]);
  await visitor.until(isSettled);
  if (view !== 'data') await visitor.until(isDrawn);
  const failures = (): (string | null)[] =>
    [...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent);
  expect(await visitor.run(failures)).toEqual([]);
}

/** Runs in the page: there are charts, and something in all of them. */
function isDrawn(): boolean {
  const charts = [...document.querySelectorAll<HTMLCanvasElement>('main canvas')];
  const isEmpty = (chart: HTMLCanvasElement): boolean =>
    chart
      .getContext('2d')!
      .getImageData(0, 0, chart.width, chart.height)
      .data.every((value) => value === 0);
  return charts.length > 0 && !charts.some(isEmpty);
}

/** The cells of a panel that is switched to its table. */
async function tableOf(visitor: Visitor, panel: string): Promise<string[][]> {
  await visitor.click({ role: 'radio', name: viewsText.table, within: panel });
  await expect.poll(() => cellsOf(visitor, panel)).not.toEqual([]);
  return cellsOf(visitor, panel);
}

/** The cells of a panel's rows, headers left out, as text. */
function cellsOf(visitor: Visitor, panel: string): Promise<string[][]> {
  return visitor.run((title) => {
    const heading = [...document.querySelectorAll('main h2')].find(({ textContent }) => textContent === title);
    const rows = [...(heading?.closest('section')?.querySelectorAll('tbody tr') ?? [])];
    return rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()));
  }, panel);
}

/** What the Data view says of the rows of each kind. */
async function rowsByKind(visitor: Visitor): Promise<Answers['data']> {
  const said = await visitor.run(() =>
    [...document.querySelectorAll('main dl.sum')].map((sum) => ({
      kind: sum.closest('section')!.querySelector('h2')!.textContent,
      rows: [...sum.querySelectorAll('dd')].map((figure) => figure.textContent),
    })),
  );
  const kindCalled = (title: string): string => Object.entries(pageText.kinds).find(([, name]) => name === title)![0];
  return Object.fromEntries(said.map(({ kind, rows }) => [kindCalled(kind), rows.map(numberIn)]));
}

const firstTwo = ([, transactions, points]: string[]): number[] => [transactions!, points!].map(numberIn);
