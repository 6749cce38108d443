import type { FileKind, FileReport, LoadProgress, SetAside } from '../../src/contract';
import { causeOf, EngineError } from '../../src/failure';
import type { Database } from '../database/database';
import discardSql from '../tables/discard.sql?raw';
import exportSql from '../tables/export.sql?raw';
import replaceSql from '../tables/replace.sql?raw';
import { batchSql, examplesShown, type BatchSql, type MerchantSource } from './batch-sql';
import { completeTables } from './complete';
import type { Batch, Decoder } from './decoder';
import { recognise, type RecognisedFile } from './recognise';
import { summarise, type LoadedExport } from './summary';

/** Batches decoded ahead of the one that is being inserted. */
const batchesAhead = 2;

/** Cards before transactions: a transaction may take its merchant from its card. */
const loadOrder: readonly FileKind[] = ['stores', 'cards', 'transactions'];

interface OpenedExportFile {
  file: File;
  id: number;
  rows: number;
  recognised: RecognisedFile;
}

/** What a load needs beside its files. */
export interface LoadContext {
  database: Database;
  decoder: Decoder;
  /** Rejects when the decoder died, with what it died of. */
  died: Promise<never>;
  /** Rejects when the load is cancelled. */
  cancelled: Promise<never>;
  onProgress: (progress: LoadProgress) => void;
  /** Runs the step in which the new tables take the place of the old ones, when no question is being answered. */
  replace: (work: () => Promise<LoadedExport>) => Promise<LoadedExport>;
}

/**
 * Loads an export: recognises its files, takes their rows batch by batch, and puts the new tables in the place of the old
 * ones when all of it is there. When anything fails the old tables are as they were.
 *
 * @throws EngineError for anything a merchant can do something about; see `ErrorDetails`.
 */
export async function loadExport(files: readonly File[], context: LoadContext): Promise<LoadedExport> {
  const { database } = context;
  try {
    const progress = new ProgressReport(files, context.onProgress);
    const opened = await openAll(files, context, progress);
    await database.run(exportSql);
    const reports: FileReport[] = [];
    for (const file of opened) reports.push(await loadFile(file, opened, context, progress));
    progress.stage('finishing');
    await completeTables(database, reports);
    const loaded = await summarise(database, reports);
    return await context.replace(async () => {
      await database.run(replaceSql);
      return loaded;
    });
  } catch (thrown) {
    await database.reconnect();
    await database.run(discardSql);
    throw thrown;
  }
}

async function openAll(
  files: readonly File[],
  context: LoadContext,
  progress: ProgressReport,
): Promise<OpenedExportFile[]> {
  const opened: OpenedExportFile[] = [];
  for (const [index, file] of files.entries()) {
    const { id, rows, columns } = await decoded(context, file, (decoder) => decoder.open(file, file.name));
    const recognised = recognise(file.name, columns);
    progress.recognised(index, recognised.kind, rows);
    opened.push({ file, id, rows, recognised });
  }
  for (const kind of loadOrder) {
    const ofKind = opened.filter(({ recognised }) => recognised.kind === kind);
    if (ofKind.length > 1) throw new EngineError('kind-twice', { kind, files: ofKind.map(({ file }) => file.name) });
    if (ofKind.length === 0 && kind !== 'stores') {
      throw new EngineError('kind-absent', { kind, files: files.map(({ name }) => name) });
    }
  }
  return opened.sort((a, b) => loadOrder.indexOf(a.recognised.kind) - loadOrder.indexOf(b.recognised.kind));
}

async function loadFile(
  opened: OpenedExportFile,
  all: readonly OpenedExportFile[],
  context: LoadContext,
  progress: ProgressReport,
): Promise<FileReport> {
  const { file, recognised, rows } = opened;
  const sql = batchSql(recognised, merchantSource(recognised.kind, all));
  const setAside = new Map<number, SetAside>();
  let rowsRead = 0;
  let rowsUsed = 0;
  for await (const batch of batchesOf(opened, context)) {
    rowsUsed += await takeBatch(context.database, batch, rowsRead, sql, setAside, file.name);
    rowsRead += batch.rows;
    progress.read(file, rowsRead);
  }
  if (rowsRead !== rows) throw new EngineError('rows-lost', { file: file.name, expected: rows, got: rowsRead });
  const report: FileReport = {
    kind: recognised.kind,
    fileName: file.name,
    bytes: file.size,
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
  if (rowsRead > 0 && rowsUsed === 0) throw noUsableRows(report);
  return report;
}

function merchantSource(kind: FileKind, all: readonly OpenedExportFile[]): MerchantSource {
  const named = (of: FileKind): boolean =>
    all.some(({ recognised }) => recognised.kind === of && !recognised.absent.includes('merchant_id'));
  if (kind === 'stores') return 'later';
  if (!named('cards') && !named('transactions')) return 'only-one';
  return kind === 'transactions' ? 'card' : 'later';
}

/** The batches of a file in order, a few of them decoded ahead while DuckDB inserts. */
async function* batchesOf({ file, id, recognised }: OpenedExportFile, context: LoadContext): AsyncGenerator<Batch> {
  const columns = recognised.matched.map(({ found }) => found.name);
  await decoded(context, file, (decoder) => decoder.start(id, columns));
  const ahead: Promise<Batch | null>[] = [];
  const fetchNext = (): void => {
    const next = decoded(context, file, (decoder) => decoder.next(id));
    // Reported when its turn comes; until then it must not count as unhandled.
    next.catch(() => undefined);
    ahead.push(next);
  };
  for (let i = 0; i < batchesAhead; i++) fetchNext();
  for (let batch = await ahead.shift()!; batch; batch = await ahead.shift()!) {
    fetchNext();
    yield batch;
  }
  await Promise.all(ahead);
  await decoded(context, file, (decoder) => decoder.close(id));
}

/** One call to the decoder, on behalf of `file`: damage in it may kill the decoder instead of being reported. */
async function decoded<T>(
  { decoder, died, cancelled }: LoadContext,
  file: File,
  ask: (decoder: Decoder) => Promise<T>,
): Promise<T> {
  try {
    return await Promise.race([ask(decoder), died, cancelled]);
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    throw new EngineError('file-damaged', { file: file.name, cause: causeOf(thrown) }, { cause: thrown });
  }
}

/** Takes one batch into the tables; answers how many of its rows are used. */
async function takeBatch(
  database: Database,
  { rows, ipc }: Batch,
  rowOffset: number,
  sql: BatchSql,
  setAside: Map<number, SetAside>,
  file: string,
): Promise<number> {
  try {
    await database.insertArrow('batch', ipc);
    for (const statement of sql.numberIds) await database.run(statement);
    const used = await database.run(sql.insertUsed(rowOffset));
    const rejected = used < rows ? await noteProblems(database, rowOffset, sql, setAside) : 0;
    if (used + rejected !== rows) throw new EngineError('rows-lost', { file, expected: rows, got: used + rejected });
    await database.run('DROP TABLE batch');
    return used;
  } catch (thrown) {
    if (/out of memory/i.test(causeOf(thrown))) throw new EngineError('out-of-memory', { file }, { cause: thrown });
    throw thrown;
  }
}

async function noteProblems(
  database: Database,
  rowOffset: number,
  sql: BatchSql,
  setAside: Map<number, SetAside>,
): Promise<number> {
  let rejected = 0;
  for (const { problem, rows } of await database.query<{ problem: number; rows: number }>(sql.countProblems)) {
    const noted = setAside.get(problem) ?? { ...sql.problems[problem - 1]!, rows: 0, examples: [] };
    noted.rows += rows;
    setAside.set(problem, noted);
    rejected += rows;
  }
  if ([...setAside.values()].some(({ examples }) => examples.length < examplesShown)) {
    const shown = await database.query<{ problem: number; row: number; value: string | null }>(
      sql.showProblems(rowOffset),
    );
    for (const { problem, row, value } of shown) {
      const { examples } = setAside.get(problem)!;
      if (examples.length < examplesShown) examples.push({ row, value });
    }
  }
  return rejected;
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

/** Keeps the progress of all files and reports each change. */
class ProgressReport {
  readonly #progress: LoadProgress;
  readonly #files: readonly File[];
  readonly #report: (progress: LoadProgress) => void;

  constructor(files: readonly File[], report: (progress: LoadProgress) => void) {
    this.#files = files;
    this.#report = report;
    this.#progress = {
      stage: 'recognising',
      files: files.map(({ name }) => ({ name, kind: null, rowsRead: 0, rowsTotal: null })),
    };
    report(this.#progress);
  }

  recognised(index: number, kind: FileKind, rowsTotal: number): void {
    Object.assign(this.#progress.files[index]!, { kind, rowsTotal });
    this.#report(this.#progress);
  }

  read(file: File, rowsRead: number): void {
    this.#progress.files[this.#files.indexOf(file)]!.rowsRead = rowsRead;
    this.stage('reading');
  }

  stage(stage: LoadProgress['stage']): void {
    this.#progress.stage = stage;
    this.#report(this.#progress);
  }
}
