import type { Figures } from './campaign.ts';
import type { CsvFigures } from './csv/campaign.ts';
import type { WorkbookFigures } from './workbooks.ts';

export type Format = 'parquet' | 'csv' | 'workbooks';

/** What became of the damaged copies of one format. */
export interface Result {
  format: Format;
  copies: number;
  /** How many copies came to what: all of them. */
  outcomes: [outcome: string, copies: number][];
  /** What else is true of them on any machine. */
  facts: string[];
  /** What differs from machine to machine. */
  measured: string[];
  byMutation: Record<string, Record<string, number>>;
  findings: string[];
}

const titles: Readonly<Record<Format, string>> = { parquet: 'Parquet', csv: 'CSV', workbooks: 'Workbooks' };

export function parquetResult(figures: Figures): Result {
  const { copies, loads, errors, otherRows, worst, findings } = figures;
  return {
    format: 'parquet',
    copies,
    outcomes: [['loaded', loads], ...refused(errors)],
    facts: otherRows,
    measured: [
      inTime(figures),
      `${figures.unverified} loads with a footer that only the decoder can read, ${figures.decodersStarted} decoders started`,
      `${worst.milliseconds.toFixed(0)} ms at most, for copy ${worst.number}`,
      `${mebibytes(figures.peakResident)} at most in the process, ${mebibytes(figures.peakDatabase)} in DuckDB`,
    ],
    byMutation: figures.byMutation,
    findings: findings.map(inWords),
  };
}

export function csvResult(figures: CsvFigures): Result {
  const { copies, loads, asked, errors, rows, setAside, findings } = figures;
  return {
    format: 'csv',
    copies,
    outcomes: [['loaded', loads], ['asked about', asked], ...refused(errors)],
    facts: [`${rows} rows of what was loaded, ${setAside} of them set aside`],
    measured: [inTime(figures)],
    byMutation: figures.byMutation,
    findings: findings.map(inWords),
  };
}

export function workbookResult({ copies, same, other, refused: isRefused, findings }: WorkbookFigures): Result {
  return {
    format: 'workbooks',
    copies,
    outcomes: [
      ['read as before', same],
      ['another table, of a part changed in a sound archive', other],
      ['refused', isRefused],
    ],
    facts: [],
    measured: [],
    byMutation: {},
    findings: findings.map(({ damaged, ...finding }) => inWords({ ...finding, base: damaged })),
  };
}

/** A result for whoever waits for it. */
export function resultInWords(result: Result, seed: number): string {
  const { format, copies, outcomes, facts, measured, byMutation, findings } = result;
  const rows = outcomes.map(([outcome, count]) => `${String(count).padStart(7)}  ${outcome}`);
  const mutations = Object.entries(byMutation).sort(([a], [b]) => a.localeCompare(b));
  const counts = mutations.map(
    ([mutation, of]) =>
      mutation.padEnd(40) +
      Object.entries(of)
        .map(([what, count]) => `${String(count).padStart(5)} ${what}`)
        .join(''),
  );
  return [
    `\n${titles[format]}: ${copies} damaged copies, seed ${seed}`,
    ...rows,
    ...[...facts, ...measured, ...counts].map((line) => `  ${line}`),
    `${findings.length} defects`,
    ...findings,
  ].join('\n');
}

/** What does not differ from machine to machine, for the repository. */
export function recorded(results: readonly Result[], seed: number): string {
  const parts = results.map(({ format, copies, outcomes, facts, findings }) =>
    [
      `## ${titles[format]}: ${copies} copies\n`,
      '| result | copies |',
      '| --- | ---: |',
      ...outcomes.map(([outcome, count]) => `| ${outcome} | ${count} |`),
      `| defects | ${findings.length} |`,
      ...[...facts, ...findings].map((line, at) => `${at === 0 ? '\n' : ''}- ${line}`),
    ].join('\n'),
  );
  return `# \`npm run prove\`\n\nDamaged copies of files, seed ${seed}: what became of them.\n\n${parts.join('\n\n')}\n`;
}

function refused(errors: Readonly<Record<string, number>>): [string, number][] {
  const byCode = Object.entries(errors).sort(([a], [b]) => a.localeCompare(b));
  return byCode.map(([code, count]) => [code, count]);
}

interface InWords {
  defect: string;
  number: number;
  base: string;
  mutation: string;
  detail: string;
}

function inWords({ defect, number, base, mutation, detail }: InWords): string {
  return `${defect}: copy ${number} (${base}; ${mutation}): ${detail}`;
}

function inTime({ copies, seconds }: { copies: number; seconds: number }): string {
  return `${seconds.toFixed(0)} s, ${(copies / seconds).toFixed(1)} copies a second`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
