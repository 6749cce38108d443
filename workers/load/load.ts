import { leftOutAs } from '../../src/contract/left-out.ts';
import { isUtc, type Calendar } from '../../src/contract/calendar.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import { toEngineError, type EngineError } from '../../src/contract/errors.ts';
import type { ProgressUpdate } from '../../src/contract/progress.ts';
import { enterExport } from '../database/catalogues.ts';
import type { Database } from '../database/database.ts';
import discardSql from './tables/discard.sql?raw';
import { createLocalDays } from '../check/local-time.ts';
import { createTables } from './create-tables.ts';
import replaceSql from './tables/replace.sql?raw';
import type { Cancellation } from './cancellation.ts';
import { completeTables } from './complete.ts';
import { readAhead, type DecoderInUse, type ToRead } from './decoder-calls.ts';
import { placesOf } from '../recognise/combine.ts';
import { isListOfGoods, type RecognisedFile } from '../recognise/recognise.ts';
import type { Sample } from '../recognise/sample.ts';
import { recogniseFile } from '../recognise/recognise-file.ts';
import { checkKinds, inLoadOrder, type RecognisedInput } from './load-order.ts';
import { firstRowsOf, openInputs, type OpenedInput } from './open.ts';
import { ProgressReport } from './progress.ts';
import { readFiles } from './read-files.ts';
import { countedCurrency } from './counted-currency.ts';
import { checkRoom } from './room.ts';
import { summarise, type LoadedExport } from './summary.ts';
import { untilCancelled } from './until-cancelled.ts';

/** What a load needs beside its files. */
export interface LoadContext extends DecoderInUse {
  database: Database;
  cancellation: Cancellation;
  /** How to read files that do not speak for themselves, by name. */
  plans: FilePlans;
  /** Whether somebody is there to be asked about columns that may be of use under another name. */
  asks?: boolean | undefined;
  /** Whether nothing takes the place of anything: what would come of it is all that is wanted. */
  isTrial?: boolean | undefined;
  /** Whose wall-clock time instants without a time zone are. */
  calendar: Calendar;
  onProgress: (update: ProgressUpdate) => void;
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
  const cancellable = untilCancelled(given.database, given.cancellation);
  const context = { ...given, database: cancellable };
  try {
    const { opened: inputs, leftOut } = await openInputs(files, context, context.plans);
    const progress = new ProgressReport(inputs, context.onProgress);
    const { recognisedInputs, unlike } = await recogniseInputs(inputs, context, progress);
    leftOut.push(...leftOutAs('list-of-goods', unlike));
    checkKinds(recognisedInputs, leftOut);
    const ordered = inLoadOrder(recognisedInputs);
    checkRoom(ordered);
    const nextBatch = readAhead(context, ordered.map(toRead));
    await createTables(cancellable, transactionsIn(ordered));
    const clock = isUtc(context.calendar) ? null : await createLocalDays(cancellable, context.calendar);
    progress.stage('reading');
    const currency = countedCurrency(ordered);
    const reports = await readFiles(cancellable, ordered, nextBatch, { progress, clock, currency });
    progress.stage('finishing');
    const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
    await completeTables(
      cancellable,
      reports,
      ordered.map(({ name, recognised }) => ({ isPlanned: context.plans.has(name), areLines: areLines(recognised) })),
      clock !== null,
      context.asks === true,
      now,
    );
    const loaded = await summarise(cancellable, reports, { leftOut, currency }, now);
    if (context.isTrial) {
      await cancellable.run(discardSql);
      await enterExport(cancellable);
      return loaded;
    }
    return await context.replace(async () => {
      await cancellable.run(replaceSql);
      // Statements that are kept would keep the tables that they read.
      await cancellable.reconnect();
      await enterExport(cancellable);
      return loaded;
    });
  } catch (thrown) {
    // Not on the cancellable database: a cancelled load has to be cleared away all the same.
    await given.inTurn(async () => {
      await given.database.reconnect();
      await given.database.run(discardSql);
      await enterExport(given.database);
    });
    throw thrown;
  }
}

/**
 * Recognises files. A list of rewards or products beside transactions is no part of an export, and need not be asked about.
 *
 * @returns the files that are, and the names of such lists
 */
async function recogniseInputs(
  inputs: readonly OpenedInput[],
  context: LoadContext,
  progress: ProgressReport,
): Promise<{ recognisedInputs: RecognisedInput[]; unlike: string[] }> {
  const recognisedInputs: RecognisedInput[] = [];
  const refused: { input: OpenedInput; failure: EngineError }[] = [];
  for (const input of inputs) {
    const plan = context.plans.get(input.name) ?? undefined;
    const firstRows = (count: number): Promise<Sample> => firstRowsOf(input, context, count);
    try {
      const recognised = await recogniseFile(input, plan, firstRows, context.asks);
      progress.recognised(input, recognised.kind);
      recognisedInputs.push({ ...input, recognised });
    } catch (thrown) {
      if (plan || !isListOfGoods(input.columns)) throw thrown;
      refused.push({ input, failure: toEngineError(thrown) });
    }
  }
  if (refused[0] && !recognisedInputs.some(({ recognised }) => recognised.kind === 'transactions'))
    throw refused[0].failure;
  return { recognisedInputs, unlike: refused.map(({ input }) => input.name) };
}

/** Rows with a reference are those of purchases. */
function areLines({ matched }: RecognisedFile): boolean {
  return matched.some(({ wanted }) => wanted.name === 'order_reference');
}

function toRead({ id, name, recognised }: RecognisedInput): ToRead {
  // One column of the file may serve as two of the export's.
  return { id, name, places: [...new Set(recognised.matched.flatMap(({ found }) => placesOf(found)))] };
}

/** Infinity where a text file has some: how many is known only at its end. */
function transactionsIn(files: readonly RecognisedInput[]): number {
  const transactions = files.filter(({ recognised }) => recognised.kind === 'transactions');
  return transactions.reduce((sum, { rows }) => sum + (rows ?? Infinity), 0);
}
