import { appendFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { ofService } from '../support/service-answers.ts';
import { measureInBrowser, measureLoadsAtOnce, type MeasuredInBrowser } from './browser.ts';
import type { ContenderName } from './contender.ts';
import { exportOf, snappyCopyOf, type ExportFiles } from './data.ts';
import { measureFilm } from './film.ts';
import type { Effort, Measured } from './measure.ts';
import { measureNative } from './native.ts';
import { measureOneFile } from './one-file.ts';
import { measureOwnFiles } from './own-files.ts';
import { checks } from './questions.ts';
import {
  linesOf,
  printEngine,
  printNative,
  printOneFile,
  printOwnFiles,
  printPage,
  printPeers,
  type Peer,
} from './report.ts';
import { benchPage, withBuilt } from './serve.ts';
import { measureRepaints, measureVisits } from './visits.ts';

/**
 * Loads an export of the given size and asks each question: of the engine (headless Chromium, production build), of native DuckDB with
 * the engine's own tables and statements, and of what a user would pick instead, on the same rows in the same run; and visits the page
 * itself. Prints medians and their ratios: times differ from machine to machine and from run to run, the ratios less so. `--lines` names a
 * file to which every figure is appended as a line of JSON.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      transactions: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '20' },
      lines: { type: 'string' },
    },
  });
  const transactions = Number(values.transactions);
  const rounds = Number(values.rounds);
  const effort: Effort = { rounds, loads: transactions <= 1_000_000 ? 3 : 1, budgetMs: 6000 };
  // A scan for each change of a parameter takes as long as a build, and there are many more of them.
  const peerEffort: Effort = { ...effort, rounds: Math.ceil(rounds / 3), budgetMs: 3000 };

  const files = await exportOf(transactions);
  const snappyFiles = await snappyCopyOf(files);
  console.log(`\n${transactions.toLocaleString('en')} transactions, ${rounds} rounds; times in milliseconds.`);
  await withBuilt('index.html', async (address) => {
    printPage(await measureVisits(address), await measureRepaints(address, files));
    const ownFiles = await measureOwnFiles(address, files, effort);
    printOwnFiles(ownFiles, await measureFilm(address, files, transactions), transactions);
  });
  printOneFile(await measureOneFile());
  await withBuilt(benchPage, async (address) => {
    const atOnce = await measureLoadsAtOnce(address, files, effort);
    const engine = await measureInBrowser(address, 'engine', files, effort);
    const oneThread = await measureNative(files, effort, 1);
    const twoThreads = await measureNative(files, effort, 2);
    for (const [name, native] of Object.entries({ '1 thread': oneThread, '2 threads': twoThreads }))
      compareAnswers(`native DuckDB, ${name}`, native, engine);
    printEngine(engine, atOnce, transactions, oneThread);
    printNative(engine, oneThread, twoThreads);

    const hyparquet = await peer(address, 'hyparquet', snappyFiles, peerEffort, engine);
    const direct = await peer(address, 'direct', files, peerEffort, engine);
    printPeers(engine, hyparquet, direct);
  });
  if (values.lines) appendFileSync(values.lines, linesOf({ date: new Date().toISOString(), transactions }));
}

/** Measures a peer; one that cannot take an export of this size says so, and is left out. */
async function peer(
  address: string,
  name: ContenderName,
  files: ExportFiles,
  effort: Effort,
  engine: MeasuredInBrowser,
): Promise<Peer> {
  const measured = await measureInBrowser(address, name, files, effort).catch((thrown: unknown) => {
    const cause = String(thrown);
    if (/crashed|out of memory|allocation|invalid array length|array buffer|maximum size/i.test(cause))
      return { skipped: cause };
    throw thrown;
  });
  if (!('skipped' in measured)) compareAnswers(name, measured, engine);
  return measured;
}

/** @throws Error when one answer differs from the engine's: times of other answers would compare nothing. */
function compareAnswers(name: string, { answers }: Measured, engine: Measured): void {
  for (const [index, check] of checks.entries()) {
    const [theirs, ours] = [answers[index], engine.answers[index]].map(ofService);
    if (isDeepStrictEqual(theirs, ours)) continue;
    throw new Error(
      `${name} answers ${JSON.stringify(check)} with\n${JSON.stringify(theirs)}\nand the engine with\n${JSON.stringify(ours)}`,
    );
  }
}
