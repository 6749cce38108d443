import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../support/english.ts';
import { buildIn, hashesOf, listIn, type Build } from '../fixtures/builds.ts';
import {
  build,
  buildOf,
  cacheNames,
  cohortsOf,
  data,
  host,
  isKept,
  keptPage,
  look,
  newerBuild,
  notKept,
  open,
  openData,
  policy,
  prepareVisits,
  says,
  sentence,
  stricterBuild,
  visitor,
} from './visits.ts';

prepareVisits();

let stricter: Build;
let newer: Build;
beforeAll(() => {
  stricter = stricterBuild();
  newer = newerBuild();
});

describe('a release', () => {
  it('has a worker that knows the contents of every file, and that it is of the same build as the page', () => {
    expect(listIn(build)).toEqual(hashesOf(build));
    expect(build.get('offline.js')!.toString()).toContain(buildIn(build));
  });

  it('of the page alone reaches a visitor at the next visit, and with the network unplugged after it', async () => {
    const page = await keptPage();
    expect(await policy(page)).toContain("img-src 'self' data: blob:");
    host.folders.set('/', stricter);
    await open(page);
    expect(await policy(page)).not.toContain('data:');
    await isKept(page);
    await host.unplug();
    await open(page);
    expect(await policy(page)).not.toContain('data:');
    expect(await notKept(page, stricter)).toEqual([]);
  });

  it('leaves an open page its files, and a new one those of the release', async () => {
    const old = await openData();
    await says(old, 'kept');
    host.folders.set('/', newer);
    const tab = await openData();
    // Its worker is ready, but as long as the old page is open that of the old page answers for both.
    const isReady = (): Promise<boolean> =>
      tab.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await expect.poll(isReady).toBe(true);
    expect(await sentence(tab)).toBe(messages.qualityText.seeForYourself.keeping);
    await look(old, 'cohorts');
    expect(await cohortsOf(old)).toBe('older');
    await old.close();
    await says(tab, 'kept');
    await expect.poll(() => cacheNames(tab)).toHaveLength(1);
    await host.unplug();
    await look(tab, 'cohorts');
    expect(await cohortsOf(tab)).toBe('newer');
    await open(tab);
    expect(await notKept(tab, newer)).toEqual([]);
  });

  it('that is not complete is not kept, and what was kept stays', async () => {
    const page = await keptPage();
    host.folders.set('/', new Map([...newer].filter(([path]) => !path.startsWith('assets/Revenue-'))));
    await open(page, `/${data}`);
    await says(page, 'not-kept');
    await host.unplug();
    await open(page, `/${data}`);
    await says(page, 'kept');
    expect(await notKept(page)).toEqual([]);
  });

  it('is not opened from the memory of the browser when only its page is there', async () => {
    const page = await keptPage();
    host.folders.set('/', newer);
    host.instead = (path) => {
      if (path === '/offline.js') return { status: 404 };
      return path === '/' ? { headers: { 'cache-control': 'max-age=3600' }, body: newer.get('index.html')! } : null;
    };
    await open(page);
    expect(await buildOf(page)).toBe(buildIn(newer));
    await host.unplug();
    await open(page);
    expect(await buildOf(page)).toBe(buildIn(build));
  });

  it('takes the place of one of the first, which kept its files in caches without the name of their folder', async () => {
    const page = await visitor.newPage();
    await page.goto(host.address('/nothing'));
    await page.evaluate(async () => {
      const kept = {
        'loyalty-lens-0123456789abcdef': ['/', '/assets/a.js'],
        'loyalty-lens-fedcba9876543210': ['/', '/assets/a.js', '/b/', '/b/assets/a.js'],
        'of-another-app': ['/'],
      };
      for (const [name, addresses] of Object.entries(kept)) {
        const cache = await caches.open(name);
        for (const address of addresses) await cache.put(address, new Response(''));
      }
    });
    await open(page);
    await isKept(page);
    // What may be of another folder too stays.
    const names = ['loyalty-lens-fedcba9876543210', 'of-another-app'];
    await expect.poll(() => cacheNames(page)).toEqual([`loyalty-lens / ${buildIn(build)}`, ...names]);
  });
});
