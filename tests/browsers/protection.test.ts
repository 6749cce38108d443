import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { messages } from '../support/english.ts';
import { built, rebuilt, type Build } from '../browser/fixtures/builds.ts';
import type { Host } from '../browser/host.ts';
import { attackOn, Foreigner } from './attack.ts';
import { inEveryBrowser } from './every.ts';
import { isOpen } from './views.ts';
import { firstVisit } from './visit.ts';

const { qualityText, sampleText } = messages;

/** The workers by the scripts of the build that they are. */
const workers = {
  engine: 'assets/engine.worker-',
  decoder: 'assets/files.worker-',
  duckdb: 'assets/duckdb-browser-eh',
};

let build: Build;
beforeAll(() => {
  build = built();
});

/** A host that sends no header: all that holds the page is in the page. */
inEveryBrowser((start) => {
  it('neither the page reaches another address, nor a worker, whatever its code tries, nor workers of its own; there are no connections between browsers, and the host is asked for the files of the page alone', async () => {
    const foreigner = await foreign();
    const paths = Object.entries(workers).map(([worker, name]): [string, string] => {
      const path = [...build.keys()].find((one) => one.startsWith(name) && one.endsWith('.js'))!;
      return [worker, path];
    });
    const attacked = rebuilt(
      build,
      Object.fromEntries(
        paths.map(([worker, path]) => [path, (script: string) => script + '\n' + attackOn(foreigner.host, worker)]),
      ),
    );
    const { visitor, host } = await firstVisit(start, attacked, '/#/data?sample=cafe');
    await isOpen(visitor, sampleText.cafe.title);
    await visitor.until(
      (words) => document.querySelector('main')!.textContent.includes(words),
      qualityText.protection.everywhere,
    );
    expect(await visitor.run(reachedByPage, foreigner.host)).toEqual([]);
    await visitor.until(
      (kept) => document.querySelector('main')!.textContent.includes(kept),
      qualityText.seeForYourself.kept,
    );
    await expect.poll(() => tried(host)).toEqual(['decoder/none', 'duckdb/none', 'engine/none']);
    const files = new Set(['/', ...[...attacked.keys()].map((path) => `/${path}`)]);
    expect(host.requests.filter((path) => !files.has(path) && !path.startsWith(triedAt))).toEqual([]);
    expect(foreigner.heard).toEqual([]);
  });

  it('and a worker with an address of its own would have', async () => {
    const foreigner = await foreign();
    const bare = new Map([...build, ['bare.js', Buffer.from(attackOn(foreigner.host, 'bare'))]]) as Build;
    const { visitor, host } = await firstVisit(start, bare, '/');
    await visitor.run(() => void new Worker('./bare.js'));
    await expect.poll(() => tried(host).join()).toMatch(/^bare\/fetch-xhr.*eval.*nested/);
    expect(foreigner.heard).toEqual(
      expect.arrayContaining(['/bare/fetch', '/bare/xhr', '/bare/socket', '/bare/nested']),
    );
  });
});

/** Runs in the page. What it reached: nothing it may. */
async function reachedByPage(address: string): Promise<string[]> {
  const image = new Image();
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
  });
  image.src = `http://${address}/image`;
  const attempts = { fetch: fetch(`http://${address}/fetch`, { mode: 'no-cors' }), image: loaded };
  const reached: string[] = [];
  for (const [way, attempt] of Object.entries(attempts)) {
    await attempt.then(
      () => reached.push(way),
      () => undefined,
    );
  }
  if (typeof RTCPeerConnection === 'function') reached.push('webrtc');
  return reached;
}

/** Where a worker tells the host what it reached. */
const triedAt = '/tried/';

const tried = (host: Host): string[] =>
  host.requests
    .filter((path) => path.startsWith(triedAt))
    .map((path) => path.slice(triedAt.length))
    .sort();

async function foreign(): Promise<Foreigner> {
  const foreigner = await Foreigner.listen();
  onTestFinished(() => foreigner.close());
  return foreigner;
}
