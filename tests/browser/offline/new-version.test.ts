import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../support/english.ts';
import { expectAccessible } from '../axe.ts';
import { buildIn, type Build } from '../fixtures/builds.ts';
import { goldenPaths, goTo, openFiles } from '../page.ts';
import {
  build,
  buildOf,
  cohortsOf,
  data,
  host,
  look,
  newerBuild,
  open,
  openData,
  prepareVisits,
  says,
  stricterBuild,
  visitor,
} from './visits.ts';

const { newVersion, ownFilesGone } = messages.pageText;

prepareVisits();

let newer: Build;
beforeAll(() => {
  newer = newerBuild();
});

const note = (page: Page): Locator => page.getByRole('complementary', { name: newVersion.label });
const press = (page: Page, name: string): Promise<void> => note(page).getByRole('button', { name }).click();

/** The page is looked at again after two hours: the first moment at which it asks its host of itself. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 2 * 3_600_000;
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('a release, while a page is open', () => {
  let page: Page;
  /** How often the page was loaded since files are open in it. */
  let loads: number;

  beforeEach(async () => {
    page = await openData();
    await says(page, 'kept');
    await openFiles(page, goldenPaths('seed-a'));
    await goTo(page, '#/data');
    loads = 0;
    page.on('load', () => loads++);
  });

  it('is said where it is of another build, and waits until one has read what is lost, and agrees', async () => {
    const other = await visitor.newPage();
    await open(other, `/${data}`);
    const asked = (): number => host.requests.filter((path) => path === '/offline.js').length;
    const before = asked();
    await lookAgain(page);
    await expect.poll(asked).toBeGreaterThan(before);
    await says(page, 'kept');
    expect(await note(page).count()).toBe(0);

    host.folders.set('/', newer);
    await lookAgain(page);
    await note(page).getByText(newVersion.isHere).waitFor();
    await expectAccessible(page);
    // The other page goes on to the release, and this one has the files of its build all the same.
    await press(other, newVersion.reload);
    await expect.poll(() => buildOf(other).catch(() => '')).toBe(buildIn(newer));
    await look(page, 'cohorts');
    expect(await cohortsOf(page)).toBe('older');
    await other.close();

    await host.unplug();
    await note(page).getByRole('button', { name: newVersion.reload }).dblclick();
    await note(page).getByText(newVersion.loses).waitFor();
    expect({ loads, build: await buildOf(page) }).toEqual({ loads: 0, build: buildIn(build) });
    await press(page, newVersion.reloadNow);
    await page.getByText(ownFilesGone).waitFor();
    expect({ loads, build: await buildOf(page) }).toEqual({ loads: 1, build: buildIn(newer) });
  });

  it('is not said again once one has read it, but the one after it is', async () => {
    host.folders.set('/', newer);
    await lookAgain(page);
    await press(page, newVersion.later);
    await lookAgain(page);
    await says(page, 'kept');
    expect(await note(page).count()).toBe(0);
    host.folders.set('/', stricterBuild());
    await lookAgain(page);
    await note(page).waitFor();
    expect(loads).toBe(0);
  });
});
