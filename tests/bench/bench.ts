import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from '../../sample-data/generate.ts';
import { measureEngine } from './engine';
import { measureNative } from './native';
import { questions, type Measured } from './questions';

/**
 * Loads an export of the given size and asks each question, in the engine (headless Chromium, production build) and in native DuckDB
 * with one thread and with two, on the same files in the same run. Prints medians and their ratios: times differ from machine to
 * machine and from run to run, the ratios less so.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { transactions: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '15' } },
  });
  const transactions = Number(values.transactions);
  const rounds = Number(values.rounds);
  const folder = await exportOf(transactions);
  const engine = await measureEngine(folder, rounds);
  const native1 = await measureNative(folder, rounds, 1);
  const native2 = await measureNative(folder, rounds, 2);

  console.log(`\n${transactions.toLocaleString('en')} transactions, ${rounds} rounds; milliseconds, median (p95)\n`);
  print(['', 'engine', 'native, 1 thread', 'native, 2 threads', 'engine / native 1']);
  for (const name of ['start', 'load', ...Object.keys(questions)]) {
    print([name, shown(engine[name]), shown(native1[name]), shown(native2[name]), ratio(engine[name], native1[name])]);
  }
  console.log(
    `\nengine memory after loading: ${(engine.bytes![0]! / 2 ** 20).toFixed(0)} MiB of WebAssembly memory in use by DuckDB`,
  );
}

/** An export of about this many transactions and a twentieth as many cards, written once and kept among the temporary files. */
async function exportOf(transactions: number): Promise<string> {
  const folder = join(tmpdir(), `loyalty-lens-bench-${transactions}`);
  const isThere = await stat(join(folder, 'stores.parquet')).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await mkdir(folder, { recursive: true });
    const size = ['--transactions', String(transactions), '--cards', String(Math.round(transactions / 20))];
    await generate(['--preset', 'retailer', '--out', folder, ...size], '', console.log);
  }
  return folder;
}

function shown(times: readonly number[] | undefined): string {
  if (!times?.length) return '–';
  return times.length === 1
    ? times[0]!.toFixed(0)
    : `${quantile(times, 0.5).toFixed(1)} (${quantile(times, 0.95).toFixed(1)})`;
}

function ratio(ours: readonly number[] | undefined, theirs: readonly number[] | undefined): string {
  return ours?.length && theirs?.length ? `${(quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2)} ×` : '–';
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(20))).join(''));
}

export type { Measured };
