import { describe, expect, it } from 'vitest';
import { build, cacheNames, data, host, lookAtAll, open, openData, prepareVisits, says } from './visits.ts';

prepareVisits();

describe('a device', () => {
  /** The worker with a fault of the device that it runs on. */
  const withFault = (fault: string): void => {
    const body = `${fault};${build.get('offline.js')!.toString()}`;
    host.instead = (path) => (path === '/offline.js' ? { body } : null);
  };

  it('that cannot read what it keeps: everything comes from the network', async () => {
    withFault("CacheStorage.prototype.match = Cache.prototype.match = () => Promise.reject(new Error('unreadable'))");
    const page = await openData();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await open(page, `/${data}`);
    await lookAtAll(page);
  });

  it('that keeps nothing', async () => {
    withFault("CacheStorage.prototype.open = () => Promise.reject(new Error('no storage'))");
    const page = await openData();
    await says(page, 'not-kept');
    await lookAtAll(page);
  });

  it('without enough room is left with nothing of it', async () => {
    withFault(`const put = Cache.prototype.put;
      let puts = 0;
      Cache.prototype.put = function (...given) {
        return ++puts > 9 ? Promise.reject(new DOMException('', 'QuotaExceededError')) : put.apply(this, given);
      }`);
    const page = await openData();
    await says(page, 'not-kept');
    expect(await cacheNames(page)).toEqual([]);
    await lookAtAll(page);
  });
});
