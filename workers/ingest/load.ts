import type { FileKind, FilePlans, FileReport, LoadProgress } from '../../src/contract';
import { EngineError } from '../../src/failure';
import type { Database } from '../database/database';
import discardSql from '../tables/discard.sql?raw';
import { createTables } from '../tables/export';
import replaceSql from '../tables/replace.sql?raw';
import { batchSql, type MerchantSource } from './batch-sql';
import { checkReading } from './check-reading';
import { completeTables } from './complete';
import { readAhead, type DecoderInUse, type ToRead } from './decoding';
import type { Batch } from './decoder';
import { inLoadOrder, openInputs, recogniseInput, type OpenedExportFile } from './open';
import { ProgressReport } from './progress';
import { checkRoom } from './room';
import { summarise, type LoadedExport } from './summary';
import { takeBatch, type SetAsideByProblem } from './take-batch';
import { defineTypes } from './type-words';
import { untilCancelled } from './until-cancelled';

/** What a load needs beside its files. */
export interface LoadContext extends DecoderInUse {
  database: Database;
  /** How to read files that do not speak for themselves, by name. */
  plans: FilePlans;
  onProgress: (progress: LoadProgress) => void;
  /** Runs a step when no question is being answered. */
  inTurn: (work: () => Promise<void>) => Promise<void>;
  /** Runs the step in which the new tables take the place of the old ones, when no question is being answered. */
  replace: (work: () => Promise<LoadedExport>) => Promise<LoadedExport>;
}

/**
 * Loads an export: recognises its files, takes their rows batch by batch, and puts the new tables in the place of the old
 * ones when all of it is there. When anything fails the old tables are as they were.
 *
 * @throws EngineError for anything a merchant can do something about; see `ErrorDetails`.
 */
export async function loadExport(files: readonly File[], given: LoadContext): Promise<LoadedExport> {
  const database = untilCancelled(given.database, given.cancelled);
  const context = { ...given, database };
  try {
    const { opened: inputs, leftOut } = await openInputs(files, context, context.plans);
    const progress = new ProgressReport(inputs, context.onProgress);
    const opened: OpenedExportFile[] = [];
    for (const input of inputs) {
      const recognised = await recogniseInput(input, context.plans.get(input.name) ?? undefined, context);
      progress.recognised(input, recognised.kind);
      opened.push({ ...input, recognised });
    }
    const ordered = inLoadOrder(opened, leftOut);
    checkRoom(ordered);
    const nextBatch = readAhead(context, ordered.map(toRead));
    await createTables(database, transactionsIn(ordered));
    const reports: FileReport[] = [];
    for (const [place, file] of ordered.entries())
      reports.push(await loadFile(file, place, ordered, nextBatch, context, progress));
    progress.stage('finishing');
    await completeTables(database, reports);
    const loaded = await summarise(database, reports, leftOut);
    return await context.replace(async () => {
      await database.run(replaceSql);
      // Statements that are kept would keep the tables that they read.
      await database.reconnect();
      return loaded;
    });
  } catch (thrown) {
    await given.inTurn(async () => {
      await given.database.reconnect();
      await given.database.run(discardSql);
    });
    throw thrown;
  }
}

function toRead({ id, name, recognised }: OpenedExportFile): ToRead {
  // One column may serve as two of the contract's.
  return { id, name, places: [...new Set(recognised.matched.map(({ found }) => found.place))] };
}

async function loadFile(
  file: OpenedExportFile,
  place: number,
  all: readonly OpenedExportFile[],
  nextBatch: () => Promise<Batch | null>,
  context: LoadContext,
  progress: ProgressReport,
): Promise<FileReport> {
  const { name, bytes, rows, recognised } = file;
  const sql = batchSql(recognised, place, file.format, merchantSource(recognised.kind, all));
  await defineTypes(context.database, place, recognised.types);
  const setAside: SetAsideByProblem = new Map();
  let rowsRead = 0;
  let rowsUsed = 0;
  for (let batch = await nextBatch(); batch; batch = await nextBatch()) {
    rowsUsed += await takeBatch(context.database, name, batch, rowsRead, sql, setAside);
    rowsRead += batch.rows;
    progress.read(file, rowsRead, batch.bytesRead);
  }
  if (rows !== null && rowsRead !== rows)
    throw new EngineError('rows-lost', { file: name, expected: rows, got: rowsRead });
  const report: FileReport = {
    kind: recognised.kind,
    fileName: name,
    format: file.format,
    bytes,
    rowsRead,
    rowsUsed,
    setAside: [...setAside].sort(([a], [b]) => a - b).map(([, noted]) => noted),
    notes: [],
    columns: recognised.matched.map(({ wanted, found }) => ({
      name: wanted.name,
      found: found.name,
      type: found.type,
    })),
    absent: recognised.absent,
    ignored: recognised.ignored,
  };
  if (!recognised.settled) await checkReading(context.database, recognised, place, report);
  if (rowsRead > 0 && rowsUsed === 0) throw noUsableRows(report);
  return report;
}

/** Infinity where a text file has some: how many is known only at its end. */
function transactionsIn(files: readonly OpenedExportFile[]): number {
  const transactions = files.filter(({ recognised }) => recognised.kind === 'transactions');
  return transactions.reduce((sum, { rows }) => sum + (rows ?? Infinity), 0);
}

function merchantSource(kind: FileKind, all: readonly OpenedExportFile[]): MerchantSource {
  const named = (of: FileKind): boolean =>
    all.some(({ recognised }) => recognised.kind === of && !recognised.absent.includes('merchant_id'));
  if (kind === 'stores') return 'later';
  if (!named('cards') && !named('transactions')) return 'only-one';
  return kind === 'transactions' ? 'card' : 'later';
}

function noUsableRows({ fileName, setAside, rowsRead }: FileReport): EngineError {
  const { column, reason, examples } = setAside.reduce((most, one) => (one.rows > most.rows ? one : most));
  return new EngineError('no-usable-rows', {
    file: fileName,
    rows: rowsRead,
    column,
    reason,
    example: examples[0]?.value ?? null,
  });
}
