import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format as formatted } from 'prettier';
import { resultBeside } from './beside.ts';
import { campaign } from './campaign.ts';
import { csvCampaign } from './csv/campaign.ts';
import {
  csvResult,
  parquetResult,
  recorded,
  resultInWords,
  workbookResult,
  type Format,
  type Result,
} from './result.ts';
import { watch } from './watch.ts';
import { damagedWorkbooks } from './workbooks.ts';

/** How many of the copies are Parquet and how many text; there are workbooks beside them, which take a decoder alone. */
const shares: Readonly<Record<Format, number>> = { parquet: 0.5, csv: 0.5, workbooks: 0.4 };

const formats = Object.keys(shares) as Format[];

interface Options {
  copies: number;
  seed: number;
  from: number;
  isVerbose: boolean;
}

/**
 * Loads seeded damaged copies of Parquet and text files into the engine, reads others of workbooks, and prints what became of them; ends
 * with 1 when one of them did what no file may do. `--format csv --from N --copies 1 --verbose` shows one copy again, `--seed` given the same;
 * `--record` writes the result down in `results.md`.
 */
export async function fuzz(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      copies: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      format: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  // Nobody waits for what runs beside a process that was ended.
  process.once('disconnect', () => process.exit());
  const { format: only, record } = values;
  const given = { seed: Number(values.seed), from: Number(values.from), isVerbose: values.verbose };
  const copies = Number(values.copies);
  if (only !== undefined) {
    const format = formats.find((known) => known === only);
    if (!format) throw new Error(`--format ${only}: there are ${formats.join(', ')}`);
    return finish([await resultOf(format, { ...given, copies })], given.seed, record);
  }
  const share = (format: Format): Options => ({ ...given, copies: Math.round(copies * shares[format]) });
  // Text takes about as long as the others together, and a machine has two cores.
  const csv = resultBeside(['--format', 'csv', '--copies', String(share('csv').copies), ...argsOf(given)]);
  const parquet = await resultOf('parquet', share('parquet'));
  const workbooks = await resultOf('workbooks', share('workbooks'));
  return finish([parquet, await csv, workbooks], given.seed, record);
}

function argsOf({ seed, from, isVerbose }: Omit<Options, 'copies'>): string[] {
  return ['--seed', String(seed), '--from', String(from), ...(isVerbose ? ['--verbose'] : [])];
}

async function resultOf(format: Format, { copies, seed, from, isVerbose }: Options): Promise<Result> {
  const watching = watch(90);
  const before = (number: number): void => {
    watching.copy(number);
    if (number > from && number % 100 === 0) console.log(`${number - from} of ${copies} (${format})`);
  };
  const onCopy = (
    { number, base, mutation }: { number: number; base: { name: string }; mutation: string },
    outcome: string,
  ): void => {
    if (isVerbose) console.log(`${number}  ${base.name}, ${mutation}: ${outcome}`);
  };
  const options = { copies, seed, from, before, onCopy };
  try {
    if (format === 'parquet') return parquetResult(await campaign(options));
    if (format === 'csv') return csvResult(await csvCampaign(options));
    return workbookResult(await damagedWorkbooks(copies, seed, before));
  } finally {
    watching.stop();
  }
}

async function finish(results: readonly Result[], seed: number, isRecorded: boolean): Promise<void> {
  process.exitCode = results.some(({ findings }) => findings.length > 0) ? 1 : 0;
  // To whoever has this run beside another.
  if (process.send) return void process.send(results[0], () => process.exit());
  console.log(results.map((result) => resultInWords(result, seed)).join('\n'));
  if (isRecorded) {
    const text = await formatted(recorded(results, seed), { parser: 'markdown' });
    writeFileSync(new URL('results.md', import.meta.url), text);
  }
  process.exit();
}
