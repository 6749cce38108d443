import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { parseArgs } from 'node:util';
import { initParquet } from '../workers/node/parquet-wasm.ts';
import { makeExport, type Export, type Rates } from './exports.ts';
import { writeFirstAnswers } from './first-answers.ts';
import { committedSeed, presets, type Preset } from './presets.ts';

export const usage = `Usage: node sample-data/generate.mjs [--preset cafe|bakery|retailer|platform|all] [--out DIR]
         [--cards N] [--transactions N] [--seed S]

Writes cards.parquet, transactions.parquet and stores.parquet. Without options: the committed samples, byte for byte,
in rates.json how often their customers come, so that whoever makes them again need not search for it, and in first-answers
what the page says of them first.
  --preset        whose data (default all, each in a folder of its own below DIR)
  --out           folder to write into (default: sample-data itself)
  --cards         how many cards, 1 or more a merchant
  --transactions  about how many transactions (within a few per cent)
  --seed          a whole number: another one gives other customers (default ${committedSeed})`;

/** Runs the command. `home` is the folder of the committed samples. Throws where an option cannot be used. */
export async function generate(args: string[], home: string, print: (line: string) => void): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: home },
      preset: { type: 'string', default: 'all' },
      cards: { type: 'string' },
      transactions: { type: 'string' },
      seed: { type: 'string', default: String(committedSeed) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return print(usage);
  const names = values.preset === 'all' ? (Object.keys(presets) as Preset[]) : [values.preset as Preset];
  const size = {
    ...(values.cards !== undefined && { cards: whole('--cards', values.cards) }),
    ...(values.transactions !== undefined && { transactions: whole('--transactions', values.transactions) }),
  };
  const seed = whole('--seed', values.seed);
  if (values.out === home && (seed !== committedSeed || Object.keys(size).length > 0)) {
    throw new Error(
      '--cards, --transactions and --seed need --out: the samples in sample-data stay as they are committed',
    );
  }
  await initParquet();
  const rates: Rates = {};
  for (const name of names) {
    const preset = presets[name];
    if (!preset)
      throw new Error(`--preset: unknown preset "${name}", not one of ${Object.keys(presets).join(', ')}, all`);
    const folder = names.length > 1 || values.out === home ? join(values.out, name) : values.out;
    const made = makeExport(preset, size, seed);
    await write(folder, made);
    Object.assign(rates, made.rates);
    print(`${name}: ${made.cards} cards, ${made.transactions} transactions, ${made.stores} stores`);
  }
  if (values.out === home) await writeFirstAnswers(home);
  if (names.length > 1) await writeFile(join(values.out, 'rates.json'), `${JSON.stringify(rates, null, 2)}\n`);
}

async function write(folder: string, { files }: Export): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, parquet } of files)
    await pipeline(Readable.fromWeb((await parquet()) as NodeReadableStream), createWriteStream(join(folder, name)));
}

function whole(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${option}: "${text}" is not a whole number above 0`);
  return value;
}
