import type { FileKind } from '../../src/contract/files.ts';
import type { DataNote, FileReport, SetAside } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { currencyMeant } from '../../src/domain/currency.ts';
import type { Database } from '../database/database.ts';
import { examplesShown, runSql, type MerchantSource, type RunContext } from '../check/run-sql.ts';
import type { ClockSpan } from '../check/local-time.ts';
import { checkReading } from '../check/check-reading.ts';
import type { Batch } from '../decode/decoder.ts';
import { gathered } from './gather.ts';
import type { RecognisedInput } from './load-order.ts';
import { noteCells } from './noted-cells.ts';
import { shapeOfInput } from './open.ts';
import type { ProgressReport } from './progress.ts';
import { Statements } from '../check/statements.ts';
import { takeRuns, type FileBeingRead } from '../check/take-runs.ts';
import { defineTypes } from '../check/type-words.ts';

/** What the reading of all files has in common. */
export interface Reading {
  progress: ProgressReport;
  /** That of the calendar, by which instants without a time zone are read (`read_local_days`); null for that of UTC. */
  clock: ClockSpan | null;
  /** The currency whose amounts count; null where no file says any. */
  currency: string | null;
}

/**
 * Takes the rows of all files into the export's tables; answers a report a file, in their order.
 *
 * @param files in the order in which they are loaded
 * @throws EngineError `rows-lost`, `no-usable-rows`; what `takeRuns` and `checkReading` throw
 */
export async function readFiles(
  database: Database,
  files: readonly RecognisedInput[],
  nextBatch: () => Promise<Batch | null>,
  { progress, clock, currency }: Reading,
): Promise<FileReport[]> {
  const filesBeingRead = files.map(({ name }): FileBeingRead => ({
    name,
    rowsRead: 0,
    setAside: new Map(),
    hasLocalTimes: false,
    ordersWithoutCard: 0,
    otherCurrencies: new Map(),
    unread: new Map(),
  }));
  const cellNotes = files.map(() => new Map<string, DataNote>());
  const reports: FileReport[] = [];
  let latest = -1;
  let statements: Statements | undefined;
  for await (const { runs, ended } of gathered(files, nextBatch)) {
    const first = runs[0]?.fileIndex;
    if (first !== undefined) {
      if (!statements || latest !== first) {
        await defineTypes(database, first, files[first]!.recognised.types);
        statements = statementsFor(files, first, {
          isLocal: clock !== null,
          currency,
          hasFractions: statements?.hasFractions ?? false,
        });
      }
      latest = first;
      await takeRuns(database, runs, statements, (fileIndex) => filesBeingRead[fileIndex]!);
      for (const { fileIndex, batch } of runs) {
        noteCells(cellNotes[fileIndex]!, files[fileIndex]!.recognised, batch);
        progress.read(files[fileIndex]!, filesBeingRead[fileIndex]!.rowsRead, batch.bytesRead);
      }
    }
    for (const end of ended) {
      const notes = [...cellNotes[end]!.values()];
      reports.push(await reportOf(database, files[end]!, end, clock, filesBeingRead[end]!, notes));
    }
  }
  return reports;
}

function statementsFor(
  files: readonly RecognisedInput[],
  fileIndex: number,
  { hasFractions, ...reading }: Pick<RunContext, 'isLocal' | 'currency' | 'hasFractions'>,
): Statements {
  const { recognised, hasRowProblems } = files[fileIndex]!;
  const context = { hasRowProblems, merchantSource: merchantSource(recognised.kind, files), ...reading };
  return new Statements((judging) => runSql(recognised, fileIndex, { ...context, ...judging }), hasFractions);
}

async function reportOf(
  database: Database,
  file: RecognisedInput,
  fileIndex: number,
  clock: ClockSpan | null,
  { rowsRead, setAside: byProblem, hasLocalTimes, ordersWithoutCard, otherCurrencies, unread }: FileBeingRead,
  cellNotes: readonly DataNote[],
): Promise<FileReport> {
  const { name, format, bytes, rows, recognised } = file;
  if (rows !== null && rowsRead !== rows)
    throw new EngineError('rows-lost', { file: name, expected: rows, got: rowsRead });
  const setAside = [...byProblem].sort(([a], [b]) => a - b).map(([, noted]) => noted);
  const rowsUsed = rowsRead - setAside.reduce((sum, aside) => sum + aside.rows, 0);
  const report: FileReport = {
    kind: recognised.kind,
    fileName: name,
    format,
    bytes,
    shape: shapeOfInput(file),
    rowsRead,
    rowsUsed,
    setAside,
    notes: [
      ...(ordersWithoutCard > 0 ? [{ kind: 'non-member' as const, rows: ordersWithoutCard, examples: [] }] : []),
      ...(otherCurrencies.size > 0 ? [ofOtherCurrencies(otherCurrencies)] : []),
      ...[...unread].map(([column, noted]): DataNote => ({ kind: 'unread-value', column, ...noted })),
      ...cellNotes,
    ],
    hasLocalTimes,
    columns: recognised.matched.map(({ wanted, found }) => ({
      name: wanted.name,
      found: found.name,
      type: found.type,
    })),
    absent: recognised.absent,
    ignored: recognised.ignored,
  };
  await checkReading(database, recognised, fileIndex, report, clock);
  if (rowsRead > 0 && rowsUsed === ordersWithoutCard) throw noUsableRows(report);
  return report;
}

function ofOtherCurrencies(found: ReadonlyMap<string, number>): DataNote {
  const byCurrency = new Map<string, number>();
  for (const [written, rows] of found) {
    const currency = currencyMeant(written) ?? written;
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + rows);
  }
  const byRows = [...byCurrency].sort(([, a], [, b]) => b - a);
  return {
    kind: 'other-currency',
    rows: byRows.reduce((sum, [, rows]) => sum + rows, 0),
    examples: byRows.slice(0, examplesShown).map(([currency]) => currency),
  };
}

function merchantSource(kind: FileKind, all: readonly RecognisedInput[]): MerchantSource {
  const named = (of: FileKind): boolean =>
    all.some(({ recognised }) => recognised.kind === of && !recognised.absent.includes('merchant_id'));
  if (kind === 'stores' || kind === 'orders') return 'later';
  if (!named('cards') && !named('transactions')) return 'only-one';
  return kind === 'transactions' ? 'card' : 'later';
}

function noUsableRows({ fileName, setAside, rowsRead }: FileReport): EngineError {
  const noCard: SetAside = { column: 'card_id', reason: 'missing', rows: 0, examples: [] };
  const { column, reason, examples } = setAside.reduce((most, one) => (one.rows > most.rows ? one : most), noCard);
  return new EngineError('no-usable-rows', {
    file: fileName,
    rows: rowsRead,
    column,
    reason,
    example: examples[0]?.value ?? null,
  });
}
