import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { messages } from '../support/english.ts';
import { unpacked } from '../support/saved-tables.ts';
import type { Visitor } from '../support/visitor.ts';
import { canDoWithoutNetwork, WithoutNetwork } from '../support/without-network.ts';
import { answersOf, type Answers } from './answers.ts';
import { Foreigner } from './attack.ts';
import { inEveryBrowser, type Start } from './every.ts';
import { asBook, csvFiles, openInstead, sampleFiles } from './own-files.ts';
import { isOpen, lookAtAll } from './views.ts';

const { howText, qualityText, sampleText } = messages;

const network = canDoWithoutNetwork ? 'in a network namespace without any route' : 'with the network of this machine';

let bakery: Answers;
let page: string;
beforeAll(async () => {
  bakery = await answersOf(sampleFiles('bakery'));
  page = pathToFileURL(inject('oneFile')).href;
});

/** The page as one file, opened from the disk. */
inEveryBrowser((start) => {
  it(`does what the page of a host does, ${network}: samples, and files of the user’s own, which can be taken away`, async () => {
    const visitor = await openWithoutNetwork(start);
    await visitor.visit(`${page}#/?sample=bakery`);
    await isOpen(visitor, sampleText.bakery.title);
    expect(await lookAtAll(visitor)).toEqual(bakery);
    const proof = await visitor.run(() => document.querySelector('main')!.textContent);
    expect(proof).toContain(qualityText.kept);
    expect(proof).toContain(qualityText.seeForYourself['one-file']);
    await visitor.until(
      (words) => document.querySelector('main')!.textContent.includes(words),
      qualityText.protection.everywhere,
    );
    // All three merchants are in it: what it is made of is what the others are made of. On the open page, which has compiled all by now.
    await visitor.run(keepFilesSent);
    await visitor.run(() => void (location.hash = '#/?sample=platform'));
    const hashes = await Promise.all(sampleFiles('platform').map(async (path) => hashOf(await readFile(path))));
    await visitor.until((all) => all.every((one) => window.hashesSent!.includes(one)), hashes);
    await isOpen(visitor, sampleText.platform.title);

    const csv = await csvFiles();
    await visitor.setFiles('input[type=file]', csv);
    await isOpen(visitor, 'cards.csv');
    await visitor.run(keepArchives);
    await visitor.run(() => void (location.hash = '#/data'));
    await visitor.click({ role: 'button', name: howText.save });
    await visitor.until(() => window.archiveSaved !== undefined);
    const tables = await unpacked(new Blob([new Uint8Array(await visitor.run(() => window.archiveSaved!))]));
    onTestFinished(() => tables.close());
    expect(
      await tables.run(`select count(*) as rows, sum(points_delta) as points from 'transactions.parquet'`),
    ).toEqual([{ rows: '4', points: '55' }]);
    await openInstead(visitor, [await asBook(csv)], 'export.xlsx');
    expect(await lookAtAll(visitor)).toEqual(await answersOf(csv));
    expect(await visitor.errors()).toEqual([]);
    if (canDoWithoutNetwork) await expectNoNetwork(visitor);
  });
});

async function openWithoutNetwork(start: Start): Promise<Visitor> {
  const place = canDoWithoutNetwork ? await WithoutNetwork.prepare() : undefined;
  onTestFinished(() => place?.end());
  const visitor = await start(place);
  onTestFinished(() => visitor.close());
  return visitor;
}

/** Nobody can be reached where the visitor is, not even on this machine. */
async function expectNoNetwork(visitor: Visitor): Promise<void> {
  const foreigner = await Foreigner.listen();
  onTestFinished(() => foreigner.close());
  await visitor.visit(`http://${foreigner.host}/`).catch(() => undefined);
  expect(foreigner.heard).toEqual([]);
}

declare global {
  interface Window {
    /** SHA-256 of the files that the page has handed to its workers. */
    hashesSent?: string[];
    /** The last archive that the page has saved. */
    archiveSaved?: number[];
  }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

/** Runs in the page. */
function keepFilesSent(): void {
  const hashes: string[] = (window.hashesSent = []);
  const plain = MessagePort.prototype.postMessage as (...args: unknown[]) => void;
  const keep = async (file: File): Promise<void> => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    hashes.push(btoa(String.fromCharCode(...hash)));
  };
  MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
    const { argumentList = [] } = (args[0] ?? {}) as { argumentList?: { value: unknown }[] };
    for (const one of argumentList.flatMap(({ value }) => value)) if (one instanceof File) void keep(one);
    plain.apply(this, args);
  };
}

/** Runs in the page. */
function keepArchives(): void {
  const plain = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    const keep = async (): Promise<void> => {
      window.archiveSaved = [...new Uint8Array(await blob.arrayBuffer())];
    };
    if (blob.type === 'application/zip') void keep();
    return plain(blob);
  };
}
