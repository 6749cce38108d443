import type { AnswerParams } from '../../src/contract/answers.ts';
import type { Calendar } from '../../src/contract/calendar.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import type { ProgressUpdate, SaveProgress } from '../../src/contract/progress.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { activity } from '../answers/activity/activity.ts';
import { atRiskCards } from '../answers/at-risk/at-risk.ts';
import { atRiskHoldings } from '../answers/at-risk/holdings.ts';
import { backTest } from '../answers/back-test/back-test.ts';
import { testedCards } from '../answers/back-test/tested-cards.ts';
import { callList } from '../answers/call-list/call-list.ts';
import { churnBands } from '../answers/bands/bands.ts';
import { inactivitySpread } from '../answers/spread/spread.ts';
import { explain } from '../answers/explain.ts';
import { saveTables } from '../save/save-tables.ts';
import { Saving, type EncoderProcess } from './saving.ts';
import { cohortRetention } from '../answers/cohorts/cohorts.ts';
import { overview } from '../answers/overview/overview.ts';
import { checkCalendar } from '../answers/params.ts';
import { resolveScope } from '../answers/scope.ts';
import type { AnswerContext } from '../answers/question.ts';
import { revenueAttribution } from '../answers/revenue/revenue.ts';
import { stores } from '../answers/stores/stores.ts';
import { memoryInUse, whenOpen, type Database } from '../database/database.ts';
import { wantedColumns } from '../recognise/export-columns.ts';
import { Ahead } from './ahead.ts';
import { DecoderKeeper, type DecoderTurn } from './decoder-keeper.ts';
import type { DecoderProcess } from './decoder-process.ts';
import { inspectFiles } from '../load/inspect.ts';
import { loadExport } from '../load/load.ts';
import { notRead } from '../load/progress.ts';
import type { LoadedExport } from '../load/summary.ts';
import { rehearse } from './rehearsal.ts';
import { DerivedTables } from '../answers/derived-tables.ts';
import { standingTables } from '../answers/standing/all.ts';

/** What the engine runs on: a browser's workers or Node. */
export interface Host {
  openDatabase: () => Promise<Database>;
  startDecoder: () => DecoderProcess;
  startEncoder: () => EncoderProcess;
  /** Whether somebody may ask for another report date later: what that takes is built while nobody asks anything. */
  buildsAhead?: boolean;
}

/** The engine: holds one export and answers questions on it, one at a time, in the order they were asked. */
export function createEngine(host: Host): Engine {
  let opening: Promise<Database> | null = null;
  const derivedTables = new DerivedTables(whenOpen(started), standingTables);
  const saving = new Saving(host.startEncoder);
  const decoders = new DecoderKeeper(host.startDecoder);
  let loaded: LoadedExport | null = null;
  /** Settles when the rehearsal under way has ended, however it did. */
  let rehearsal: Promise<unknown> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** Questions that are not answered yet. */
  let asked = 0;
  const ahead = new Ahead(
    () => asked > 0 || decoders.isBusy || !loaded,
    () => inTurn(() => derivedTables.standing.buildNext()),
  );

  /** Opened once; a failed start is forgotten, so that a retry works. */
  function started(): Promise<Database> {
    // What takes longest to start first.
    opening ??= host.openDatabase().catch((thrown: unknown) => {
      opening = null;
      throw thrown;
    });
    decoders.start();
    return opening;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function answer<T>(params: AnswerParams, work: (asking: AnswerContext) => Promise<T>): Promise<T> {
    asked += 1;
    try {
      return await inTurn(async () => {
        if (!loaded) throw new EngineError('nothing-loaded', {});
        const opened = await started();
        const scope = await resolveScope(opened, loaded, params);
        derivedTables.standing.wish(scope);
        return await work({ database: opened, loaded, derivedTables, scope });
      });
    } finally {
      asked -= 1;
      rest();
    }
  }

  /** Nobody may be asking anything any more. */
  function rest(): void {
    if (host.buildsAhead) ahead.rest();
  }

  /** Files are looked at while the database is being opened: a start that fails is reported to whoever needs it. */
  function withDecoder<T>(
    work: (database: Database, turn: DecoderTurn) => Promise<T>,
    onTurn?: () => void,
  ): Promise<T> {
    const opened = started();
    opened.catch(() => undefined);
    const database = whenOpen(() => opened);
    return decoders.use((turn) => work(database, turn), onTurn).finally(rest);
  }

  /** Somebody needs the decoder that a rehearsal has. */
  async function endRehearsal(): Promise<void> {
    if (!rehearsal) return;
    decoders.cancel();
    await rehearsal;
  }

  async function load(
    files: File[],
    onProgress: (update: ProgressUpdate) => void,
    plans: FilePlans = new Map(),
    calendar?: Calendar,
    asks = false,
  ): Promise<ExportSummary> {
    const readBy = checkCalendar(calendar);
    await endRehearsal();
    const { summary } = await withDecoder(
      (database, turn) => {
        // No question may see half of the old export and half of the new one, and the step is too short to be cancelled.
        const replace = (work: () => Promise<LoadedExport>): Promise<LoadedExport> =>
          inTurn(async () => {
            turn.cancellation.passReturn();
            saving.end(new EngineError('saving-interrupted', {}));
            loaded = await work();
            await derivedTables.forget();
            return loaded;
          });
        return loadExport(files, { ...turn, database, plans, asks, calendar: readBy, onProgress, replace, inTurn });
      },
      () => onProgress(startingWith(files)),
    );
    return summary;
  }

  function saveTablesOf(
    saved: LoadedExport,
    onProgress: (progress: SaveProgress) => void,
    calendar: Calendar,
    pseudonyms: string | undefined,
  ): Promise<Blob> {
    return saving.run(async (encoder) => {
      const database = await started();
      const stillLoaded = <T>(work: () => Promise<T>): Promise<T> =>
        inTurn(() => {
          if (loaded !== saved) throw new EngineError('saving-interrupted', {});
          return work();
        });
      return saveTables({ database, loaded: saved, calendar, pseudonyms, encoder, onProgress, inTurn: stillLoaded });
    });
  }

  return {
    start: async () => void (await started()),
    load,
    rehearse: async (files) => {
      if (loaded || decoders.isBusy) return;
      rehearsal = withDecoder((database, turn) => rehearse(files, { ...turn, database, inTurn }, derivedTables))
        .catch(() => undefined)
        .finally(() => (rehearsal = null));
      await rehearsal;
    },
    tryLoad: async (files, plans, calendar) => {
      const readBy = checkCalendar(calendar);
      await endRehearsal();
      const { summary } = await withDecoder((database, turn) =>
        loadExport(files, {
          ...turn,
          database,
          plans,
          calendar: readBy,
          isTrial: true,
          onProgress: () => undefined,
          replace: (work) => work(),
          inTurn,
        }),
      );
      return summary;
    },
    inspect: async (files, layouts = new Map()) => {
      await endRehearsal();
      return withDecoder((_database, turn) => inspectFiles(files, layouts, turn, () => decoders.renew()));
    },
    wantedColumns: async () => wantedColumns,
    cancelLoad: async () => decoders.cancel(),
    cohortRetention: (params) => answer(params, (asking) => cohortRetention(asking, params)),
    atRiskCards: (params) => answer(params, (asking) => atRiskCards(asking, params)),
    atRiskHoldings: (params) => answer(params, atRiskHoldings),
    inactivitySpread: (params) => answer(params, (asking) => inactivitySpread(asking, params)),
    churnBands: (params) => answer(params, (asking) => churnBands(asking, params)),
    callList: (params) => answer(params, (asking) => callList(asking, params)),
    backTest: (params) => answer(params, (asking) => backTest(asking, params)),
    testedCards: (params) => answer(params, (asking) => testedCards(asking, params)),
    revenueAttribution: (params) => answer(params, (asking) => revenueAttribution(asking, params)),
    overview: (params) => answer(params, overview),
    activity: (params) => answer(params, activity),
    stores: (params) => answer(params, stores),
    prepare: (params) =>
      answer(params, async () => {
        while (await derivedTables.standing.buildNext());
      }),
    explain: (name, params) => answer(params, (asking) => explain(asking, name, params)),
    saveTables: async (onProgress, calendar, pseudonyms) => {
      if (!loaded) throw new EngineError('nothing-loaded', {});
      return saveTablesOf(loaded, onProgress, checkCalendar(calendar), pseudonyms);
    },
    cancelSaving: async () => saving.end(new EngineError('saving-cancelled', {})),
    memory: async () => memoryInUse(await started()),
  };
}

function startingWith(files: readonly File[]): ProgressUpdate {
  return { stage: 'starting', files: files.map(({ name, size }) => notRead(name, size, null)), changed: [] };
}
