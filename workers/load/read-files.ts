import type { FileKind } from '../../src/contract/files.ts';
import type { FileReport } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { batchSql, type BatchSql, type MerchantSource } from '../check/batch-sql.ts';
import { checkReading } from '../check/check-reading.ts';
import type { Batch } from '../decode/decoder.ts';
import { gathered } from './gather.ts';
import type { RecognisedInput } from './load-order.ts';
import type { ProgressReport } from './progress.ts';
import { takeBatch, type FileBeingRead } from '../check/take-batch.ts';
import { defineTypes } from '../check/type-words.ts';

/**
 * Takes the rows of all files into the export's tables; answers a report a file, in their order.
 *
 * @param files in the order in which they are loaded
 * @throws EngineError `rows-lost`, `no-usable-rows`; what `takeBatch` and `checkReading` throw
 */
export async function readFiles(
  database: Database,
  files: readonly RecognisedInput[],
  nextBatch: () => Promise<Batch | null>,
  progress: ProgressReport,
): Promise<FileReport[]> {
  const reading = files.map(({ name }): FileBeingRead => ({ name, rowsRead: 0, rowsUsed: 0, setAside: new Map() }));
  const reports: FileReport[] = [];
  let latest = -1;
  let sql: BatchSql | undefined;
  for await (const { parts, ended } of gathered(files, nextBatch)) {
    const place = parts[0]?.place;
    if (place !== undefined) {
      if (!sql || latest !== place) sql = await statementsFor(database, files, place);
      latest = place;
      await takeBatch(database, parts, sql, (of) => reading[of]!);
      for (const { place: read, batch } of parts) progress.read(files[read]!, reading[read]!.rowsRead, batch.bytesRead);
    }
    for (const end of ended) reports.push(await reportOf(database, files[end]!, end, reading[end]!));
  }
  return reports;
}

async function statementsFor(database: Database, files: readonly RecognisedInput[], place: number): Promise<BatchSql> {
  const { recognised, hasRowProblems } = files[place]!;
  await defineTypes(database, place, recognised.types);
  return batchSql(recognised, place, hasRowProblems, merchantSource(recognised.kind, files));
}

async function reportOf(
  database: Database,
  file: RecognisedInput,
  place: number,
  { rowsRead, rowsUsed, setAside }: FileBeingRead,
): Promise<FileReport> {
  const { name, format, bytes, rows, recognised } = file;
  if (rows !== null && rowsRead !== rows)
    throw new EngineError('rows-lost', { file: name, expected: rows, got: rowsRead });
  const report: FileReport = {
    kind: recognised.kind,
    fileName: name,
    format,
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
  await checkReading(database, recognised, place, report);
  if (rowsRead > 0 && rowsUsed === 0) throw noUsableRows(report);
  return report;
}

function merchantSource(kind: FileKind, all: readonly RecognisedInput[]): MerchantSource {
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
