import type { MeasuredInBrowser } from './browser.ts';
import type { Film } from './film.ts';
import type { OneFile } from './one-file.ts';
import type { OwnFiles } from './own-files.ts';
import { quantile, type Measured, type Times } from './measure.ts';
import { ofNative } from './native.ts';
import { questions } from './questions.ts';
import { targets, type Target } from './targets.ts';
import type { Repaints, Visits } from './visits.ts';

/** What a peer took, or why it was left out. */
export type Peer = MeasuredInBrowser | { skipped: string };

/** A figure of the run, in milliseconds. */
interface Figure {
  name: string;
  median: number;
  p95: number;
  limit: number | null;
}

const figures: Figure[] = [];

/** Every figure that was printed, a line of JSON each, so that a history can be kept. */
export const linesOf = (run: { date: string; transactions: number }): string =>
  figures.map((figure) => `${JSON.stringify({ ...run, ...figure })}\n`).join('');

/** How long the page takes to be there, and whether it blocks its user, beside the targets. */
export function printPage({ first, second, later }: Visits, { changes, longTasks }: Repaints): void {
  console.log('\nThe page, until all of a sample’s overview is drawn');
  printRow(['', 'median', 'p95', 'target', '']);
  printTimes('first visit', first, targets.firstVisit, quantile(first, 0.5));
  printTimes('second visit', second);
  printTimes('later visits', later, targets.laterVisit, quantile(later, 0.5));
  const worst = Math.max(0, ...longTasks);
  const blocked = `input blocked, of ${changes} changes`;
  printRow([
    blocked,
    `${longTasks.length} times`,
    `${worst.toFixed(0)} at most`,
    targets.blocked.text,
    verdict(worst, targets.blocked.limit),
  ]);
}

/** What a person waits for who opens their own files, and how fluent the report date is as a film. */
export function printOwnFiles({ figures, drawn }: OwnFiles, film: Film, transactions: number): void {
  console.log('\nOne’s own files, from choosing them; and the frames of a film');
  printRow(['', 'median', 'p95', 'target', '']);
  printTimes('key figures', figures);
  printTimes('all of the overview', drawn, targets.ownFiles(transactions), quantile(drawn, 0.5));
  for (const [view, frames] of Object.entries(film))
    printTimes(`a frame: ${view}`, frames, targets.frame, quantile(frames, 0.5));
}

/** The page as one file, opened from the disk. */
export function printOneFile({ bytes, browsers }: OneFile): void {
  console.log('\nThe page as one file');
  printRow(['', 'median', 'p95', 'target', '']);
  printRow(['MB', (bytes / 1e6).toFixed(2), '', targets.oneFile.text, verdict(bytes / 1e6, targets.oneFile.limit)]);
  for (const { name, welcome, sample } of browsers) {
    printTimes(`${name}: welcome`, welcome, targets.oneFileWelcome, quantile(welcome, 0.5));
    printTimes(`${name}: sample`, sample, targets.oneFileSample, quantile(sample, 0.5));
  }
}

/** The engine's times and memory beside their targets. */
export function printEngine(
  engine: MeasuredInBrowser,
  loadsAtOnce: Times,
  transactions: number,
  native: Measured,
): void {
  const { start, load, stages, memory } = engine;
  console.log('\nThe engine');
  printRow(['', 'median', 'p95', 'target', '']);
  printTimes('start', start);
  printTimes('load at once, without rehearsal', loadsAtOnce);
  printTimes('load', load, targets.load(transactions, quantile(native.load, 0.5)), quantile(load, 0.5));
  for (const [stage, time] of Object.entries(stages)) printRow([`  ${stage}`, time.toFixed(0)]);
  for (const question of questions) {
    const times = engine.questions[question.name]!;
    printTimes(question.name, times, targets.question(question, transactions), quantile(times, 0.95));
  }
  printTimes(
    'building what any date needs',
    engine.prepare,
    targets.prepare(transactions),
    quantile(engine.prepare, 0.5),
  );
  const { used, prepared } = targets.bytes(transactions);
  printBytes('bytes a transaction, in use', memory.counted! / transactions, used);
  printBytes('  with what any date needs', engine.memoryPrepared! / transactions, prepared);
  printRow(['MiB in use by DuckDB', mebibytes(memory.counted)]);
  printRow(['MiB of WebAssembly memory', mebibytes(memory.wasm)]);
}

/** The engine beside native DuckDB with its own tables and statements. */
export function printNative(engine: Measured, oneThread: Measured, twoThreads: Measured): void {
  console.log('\nNative DuckDB, same tables and statements (medians)');
  printRow(['', 'engine', '1 thread', '2 threads', 'engine / 1 thread']);
  const row = (name: string, times: (of: Measured) => Times): void => {
    const [ours, one, two] = [engine, oneThread, twoThreads].map((of) => quantile(times(of), 0.5)) as [
      number,
      number,
      number,
    ];
    printRow([name, shown(ours), shown(one), shown(two), ratio(ours / one)]);
  };
  row('load', ({ load }) => load);
  for (const [stage, one] of Object.entries(oneThread.stages))
    printRow([`  ${stage}`, '', shown(one), shown(twoThreads.stages[stage]!)]);
  for (const { name } of ofNative) row(name, (of) => of.questions[name]!);
}

/** What a user would pick instead, as multiples of the engine's times. */
export function printPeers(engine: Measured, hyparquet: Peer, direct: Peer): void {
  const peers = { hyparquet, 'direct SQL': direct };
  console.log('\nWhat a user would pick instead, in the same browser (medians; / engine)');
  console.log(
    '  hyparquet: hyparquet and plain JavaScript; the same rows compressed with Snappy, as it reads no Zstandard',
  );
  console.log('    and without care for several merchants, ids of text, microseconds, unordered rows or bad ones');
  console.log('  direct SQL: DuckDB-WASM with the transactions as they are; no checks');
  for (const [name, peer] of Object.entries(peers))
    if ('skipped' in peer) console.log(`  ${name} is left out: an export of this size does not fit (${peer.skipped})`);
  printRow(['', 'engine', ...Object.keys(peers).flatMap((name) => [name, '/ engine'])]);
  const row = (name: string, times: (of: Measured) => Times | undefined): void => {
    const ours = quantile(times(engine)!, 0.5);
    const cells = Object.values(peers).flatMap((peer) => {
      const theirs = 'skipped' in peer ? undefined : times(peer);
      if (!theirs) return ['–', '–'];
      const median = quantile(theirs, 0.5);
      return [shown(median), ratio(median / ours)];
    });
    if (cells.some((cell) => cell !== '–')) printRow([name, shown(ours), ...cells]);
  };
  row('start', ({ start }) => start);
  row('load', ({ load }) => load);
  for (const { name } of questions) row(name, (of) => of.questions[name]);
}

function printTimes(name: string, times: Times, target: Target | null = null, judged = 0): void {
  figures.push({ name, median: quantile(times, 0.5), p95: quantile(times, 0.95), limit: target?.limit ?? null });
  const cells = [name, shown(quantile(times, 0.5)), times.length > 1 ? shown(quantile(times, 0.95)) : ''];
  printRow(target ? [...cells, target.text, verdict(judged, target.limit)] : cells);
}

function printBytes(name: string, bytes: number, { text, limit }: Target): void {
  printRow([name, bytes.toFixed(1), '', text, verdict(bytes, limit)]);
}

function verdict(value: number, limit: number): string {
  return value <= limit ? 'met' : '*** MISSED ***';
}

function shown(time: number): string {
  return time < 100 ? time.toFixed(1) : time.toFixed(0);
}

function ratio(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;
}

function mebibytes(bytes: number | null): string {
  return bytes === null ? 'not told' : (bytes / 2 ** 20).toFixed(0);
}

function printRow([name, ...cells]: readonly string[]): void {
  console.log((name!.padEnd(34) + cells.map((cell) => cell.padStart(20)).join('')).trimEnd());
}
