import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { campaign, type Figures } from './campaign.ts';
import { watch } from './watch.ts';
import { damagedWorkbooks, type WorkbookFigures } from './workbooks.ts';

/**
 * Loads seeded damaged copies of Parquet files into the engine, reads as many of workbooks, and prints what became of them; ends with 1 when one of them did
 * what no file may do. `--from N --copies 1 --verbose` shows one copy again, `--seed` given the same; `--record` writes the result down
 * in `results.md`.
 */
export async function fuzz(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      copies: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      verbose: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const watching = watch(90);
  const figures = await campaign({
    copies: Number(values.copies),
    seed,
    from: Number(values.from),
    before: (number) => {
      watching.copy(number);
      if (number > 0 && number % 100 === 0) console.log(`${number} copies`);
    },
    onCopy: ({ number, base, mutation }, outcome) => {
      if (values.verbose) console.log(`${number}  ${base.name}, ${mutation}: ${outcome}`);
    },
  });
  const workbooks = await damagedWorkbooks(Number(values.copies), seed, watching.copy);
  watching.stop();
  print(figures, seed);
  printWorkbooks(workbooks);
  if (values.record) record(figures, seed);
  process.exit(figures.findings.length + workbooks.findings.length > 0 ? 1 : 0);
}

function print(figures: Figures, seed: number): void {
  const { copies, loads, unverified, errors, byMutation, findings, worst } = figures;
  const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  console.log(`\n${copies} damaged copies, seed ${seed}, in ${figures.seconds.toFixed(0)} s`);
  console.log(`loads   ${loads}, of them ${unverified} with a footer that only the decoder can read`);
  for (const line of figures.otherRows) console.log(`rows    ${line}`);
  for (const [code, count] of Object.entries(errors).sort(([, a], [, b]) => b - a))
    console.log(`errors  ${count} ${code}`);
  console.log(`worst   ${worst.milliseconds.toFixed(0)} ms, copy ${worst.number}`);
  console.log(
    `memory  ${mebibytes(figures.peakResident)} at most in the process, ${mebibytes(figures.peakDatabase)} in DuckDB`,
  );
  console.log(`started ${figures.decodersStarted} decoders\n`);
  for (const [mutation, counts] of Object.entries(byMutation).sort()) {
    console.log(
      `${mutation.padEnd(34)}${String(counts.loads).padStart(6)} loads ${String(counts.errors).padStart(6)} errors`,
    );
  }
  console.log(`\n${findings.length} defects`);
  for (const { defect, number, base, mutation, detail } of findings) {
    console.log(`${defect}: copy ${number} (${base}; ${mutation}): ${detail}`);
  }
}

function printWorkbooks({ copies, same, other, refused, findings }: WorkbookFigures): void {
  console.log(
    `\n${copies} damaged workbooks: ${same} read as before, ${other} another table (of a part that was changed in a sound archive), ${refused} refused`,
  );
  console.log(`${findings.length} defects`);
  for (const { defect, number, damaged, mutation, detail } of findings)
    console.log(`${defect}: copy ${number} (${damaged}; ${mutation}): ${detail}`);
}

/** What does not differ from machine to machine, for the repository. */
function record({ copies, loads, errors, otherRows, findings }: Figures, seed: number): void {
  const lines = Object.entries(errors).sort(([a], [b]) => a.localeCompare(b));
  const table = [['loaded', loads], ...lines, ['defects', findings.length]] as const;
  const text = `# \`npm run prove\`

${copies} damaged copies of Parquet files, seed ${seed}: what became of them.

| result | copies |
| --- | ---: |
${table.map(([result, count]) => `| ${result} | ${count} |`).join('\n')}
${otherRows.length > 0 ? `\n${otherRows.map((line) => `- ${line}`).join('\n')}\n` : ''}`;
  writeFileSync(new URL('results.md', import.meta.url), text);
}
