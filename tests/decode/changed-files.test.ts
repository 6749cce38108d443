import { mkdtemp, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgressUpdate } from '../../src/contract/progress.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { openFile } from '../../workers/node/files.ts';
import { cardsFile, failureOf, transactionsFile } from '../support/exports.ts';
import { textFile } from '../support/text-files.ts';

const rows = 600_000;
const header = 'card_id,store_id,transaction_type,points_delta,transaction_at\n';
const lineOf = (row: number): string => `${1 + (row % 9)},5,points_earned,10,2026-01-${10 + (row % 20)}T10:00:00Z\n`;
const cards = cardsFile(
  Array.from({ length: 9 }, (_, index) => ({ id: index + 1, createdAt: '2026-01-01T00:00:00Z' })),
);

describe('a file on disk that changes while it is read', () => {
  const engine = createNodeEngine();
  let path: string;
  let text: string;
  beforeAll(async () => {
    path = join(await mkdtemp(join(tmpdir(), 'loyalty-lens-')), 'transactions.csv');
    text = header + Array.from({ length: rows }, (_, row) => lineOf(row)).join('');
  });

  /** What the load fails with when the file is changed once its first rows are in. */
  async function failureAfter(change: () => Promise<unknown>): Promise<[string, unknown]> {
    await writeFile(path, text);
    let changing: Promise<unknown> | null = null;
    const onProgress = ({ stage }: ProgressUpdate): void => {
      if (stage === 'reading') changing ??= change();
    };
    const { code, details } = await failureOf(engine.load([cards, await openFile(path)], onProgress));
    await changing;
    return [code, details];
  }
  const changed = ['file-unreadable', { file: 'transactions.csv', cause: expect.any(String) as string }];

  it('is not taken for complete when it shrinks', async () => {
    expect(await failureAfter(() => truncate(path, Math.floor(text.length / 10)))).toEqual(changed);
  });

  it('nor when it is emptied', async () => {
    expect(await failureAfter(() => writeFile(path, ''))).toEqual(changed);
  });

  it('nor when another of the same size takes its place', async () => {
    const later = async (): Promise<void> => {
      await writeFile(path, text.replaceAll(',10,', ',99,'));
      // Where the clock of the disk is too coarse to tell.
      await utimes(path, new Date(), new Date(Date.now() + 5000));
    };
    expect(await failureAfter(later)).toEqual(changed);
  });

  it('and is loaded when it does not change', async () => {
    await writeFile(path, text);
    const { files } = await engine.load([cards, await openFile(path)], () => undefined);
    expect(files.find(({ kind }) => kind === 'transactions')).toMatchObject({ rowsRead: rows, rowsUsed: rows });
  });
});

describe('a file that gives other bytes than it said it has', () => {
  /** A file in memory that ends early, as one that shrinks does where nothing notices. */
  class Shrunk extends File {
    readonly #all: File;
    constructor(all: File, share: number) {
      super([all.slice(0, Math.floor(all.size * share))], all.name);
      this.#all = all;
    }
    override get size(): number {
      return this.#all.size;
    }
    override slice(...range: Parameters<File['slice']>): Blob {
      return this.#all.slice(...range);
    }
  }

  it('is unreadable as text, however far in it ends', async () => {
    for (const share of [0.3, 0.999]) {
      const decoder = new FileDecoder();
      const file = new Shrunk(textFile(header + lineOf(1).repeat(20_000), 't.csv'), share);
      const all = async (): Promise<void> => {
        const { id } = await decoder.open(file, file.name);
        await decoder.beginReading(id, [0]);
        while (await decoder.next(id));
      };
      expect((await failureOf(all())).details, String(share)).toMatchObject({
        file: 't.csv',
        cause: 'changed',
      });
    }
  });

  it('is unreadable when its end cannot be read any more once all rows are', async () => {
    // Larger than what is read in one go.
    const rows = Array.from({ length: 60_000 }, (_, index) => ({ card: index * 7919, at: '2026-01-05T00:00:00Z' }));
    const whole = transactionsFile(rows);
    expect(whole.size).toBeGreaterThan(256 * 1024);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    let gone = false;
    /** As a browser does once it has noticed. */
    class Gone extends File {
      override slice(...range: Parameters<File['slice']>): Blob {
        const slice = super.slice(...range);
        return gone ? Object.assign(slice, { arrayBuffer: () => Promise.reject(new Error('changed on disk')) }) : slice;
      }
    }
    const decoder = new FileDecoder();
    const { id } = await decoder.open(new Gone([bytes], 't.parquet'), 't.parquet');
    await decoder.beginReading(id, [0]);
    expect(await decoder.next(id)).toMatchObject({ rows: rows.length });
    gone = true;
    expect((await failureOf(decoder.next(id))).code).toBe('file-unreadable');
  });
});
