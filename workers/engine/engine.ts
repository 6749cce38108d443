import type { AnswerParams } from '../../src/contract/answers.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import type { ProgressUpdate } from '../../src/contract/progress.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';
import { atRiskCards } from '../answers/at-risk/at-risk.ts';
import { inactivitySpread } from '../answers/spread/spread.ts';
import { cohortRetention } from '../answers/cohorts/cohorts.ts';
import { overview } from '../answers/overview/overview.ts';
import { scopeOf } from '../answers/scope.ts';
import type { Asking } from '../answers/question.ts';
import { revenueAttribution } from '../answers/revenue/revenue.ts';
import { stores } from '../answers/stores/stores.ts';
import { memoryInUse, whenOpen, type Database } from '../database/database.ts';
import type { Decoder } from '../decode/decoder.ts';
import { wantedColumns } from '../recognise/contract-columns.ts';
import { patienceSeconds, type DecoderInUse } from '../decode/decoding.ts';
import { inspectFiles } from '../load/inspect.ts';
import { loadExport } from '../load/load.ts';
import type { LoadedExport } from '../load/summary.ts';
import { rehearse } from './rehearsal.ts';
import { DerivedTables } from '../answers/derived-tables.ts';

/** A decoder that can be ended: what it holds is gone with it, and so are its queued batches. */
export interface DecoderProcess {
  decoder: Decoder;
  /** Rejects when the decoder died, with what it died of. */
  died: Promise<never>;
  end: () => void;
}

/** What the engine runs on: a browser's workers or Node. */
export interface Host {
  openDatabase: () => Promise<Database>;
  startDecoder: () => DecoderProcess;
}

/** The engine: holds one export and answers questions on it, one at a time, in the order they were asked. */
export function createEngine(host: Host): Engine {
  let opening: Promise<Database> | null = null;
  const derivedTables = new DerivedTables(whenOpen(started));
  let decoding: DecoderProcess | null = null;
  /** Decoders that have been ready once: to start takes as long as the network does, to say so again does not. */
  const everReady = new WeakSet<DecoderProcess>();
  let loaded: LoadedExport | null = null;
  let cancel: ((reason: EngineError) => void) | null = null;
  /** Settles when the rehearsal under way has ended, however it did. */
  let rehearsal: Promise<unknown> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** A cancelled load answers at once, and clears away what it left behind that. */
  let clearing: Promise<unknown> = Promise.resolve();

  /** Opened once; a failed start is forgotten, so that a retry works. */
  function started(): Promise<Database> {
    // What takes longest to start first.
    opening ??= host.openDatabase().catch((thrown: unknown) => {
      opening = null;
      throw thrown;
    });
    decoding ??= host.startDecoder();
    return opening;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function answer<T>(params: AnswerParams, work: (asking: Asking) => Promise<T>): Promise<T> {
    return inTurn(async () => {
      if (!loaded) throw new EngineError('nothing-loaded', {});
      const opened = await started();
      return work({ database: opened, loaded, derivedTables, scope: await scopeOf(opened, loaded, params) });
    });
  }

  function renewDecoder(): DecoderProcess {
    decoding?.end();
    decoding = host.startDecoder();
    return decoding;
  }

  /** The decoder once it is ready: another, where it died or fell silent while nobody needed it, which is no fault of the next file. */
  async function readyDecoder(): Promise<DecoderProcess> {
    const known = decoding!;
    const isReady = await becomesReady(known, everReady.has(known) ? patienceSeconds : null);
    const ready = isReady ? known : renewDecoder();
    if (!isReady) await Promise.race([ready.decoder.ready(), ready.died]).catch(asNotStarted);
    everReady.add(ready);
    return ready;
  }

  /** The decoder serves one caller at a time; a failure ends it, and whatever it had under way. */
  async function withDecoder<T>(
    work: (database: Database, inUse: DecoderInUse) => Promise<T>,
    onStart?: () => void,
  ): Promise<T> {
    if (rehearsal) await endRehearsal();
    if (cancel) throw new EngineError('load-in-progress', {});
    const cancelled = quiet(new Promise<never>((_, reject) => (cancel = reject)));
    try {
      onStart?.();
      const opened = started();
      // Files are looked at meanwhile; a start that fails is reported to whoever needs it.
      opened.catch(() => undefined);
      await Promise.race([clearing, cancelled]);
      const { decoder, died } = await Promise.race([readyDecoder(), cancelled]);
      const working = work(
        whenOpen(() => opened),
        { decoder, died, cancelled },
      );
      clearing = working.catch(() => undefined);
      return await Promise.race([working, cancelled]);
    } catch (thrown) {
      // Batches under way would leak into the next load. The next decoder starts while the message is being read.
      renewDecoder();
      throw thrown;
    } finally {
      cancel = null;
    }
  }

  function endRehearsal(): Promise<unknown> | null {
    cancel?.(new EngineError('load-cancelled', {}));
    return rehearsal;
  }

  function load(files: File[], onProgress: (update: ProgressUpdate) => void, plans: FilePlans): Promise<LoadedExport> {
    const starting = (): void =>
      onProgress({
        stage: 'starting',
        files: files.map(({ name, size }) => ({
          name,
          kind: null,
          rowsRead: 0,
          rowsTotal: null,
          share: 0,
          bytes: size,
        })),
        changed: [],
      });
    return withDecoder((database, inUse) => {
      // No question may see half of the old export and half of the new one, and the step is too short to be cancelled.
      const replace = (work: () => Promise<LoadedExport>): Promise<LoadedExport> =>
        inTurn(async () => {
          await Promise.race([inUse.cancelled, null]);
          cancel = (): void => undefined;
          loaded = await work();
          await derivedTables.forget();
          return loaded;
        });
      return loadExport(files, { ...inUse, database, plans, onProgress, replace, inTurn });
    }, starting);
  }

  return {
    start: async () => void (await started()),
    load: async (files, onProgress, plans = new Map()) => (await load(files, onProgress, plans)).summary,
    rehearse: async (files) => {
      if (loaded || cancel) return;
      rehearsal = withDecoder((database, inUse) => rehearse(files, { ...inUse, database, inTurn }, derivedTables))
        .catch(() => undefined)
        .finally(() => (rehearsal = null));
      await rehearsal;
    },
    inspect: (files) => withDecoder((_database, inUse) => inspectFiles(files, inUse, renewDecoder)),
    wantedColumns: async () => wantedColumns,
    cancelLoad: async () => cancel?.(new EngineError('load-cancelled', {})),
    cohortRetention: (params) => answer(params, (asking) => cohortRetention(asking, params)),
    atRiskCards: (params) => answer(params, (asking) => atRiskCards(asking, params)),
    inactivitySpread: (params) => answer(params, (asking) => inactivitySpread(asking, params)),
    revenueAttribution: (params) => answer(params, (asking) => revenueAttribution(asking, params)),
    overview: (params) => answer(params, overview),
    stores: (params) => answer(params, stores),
    memory: async () => memoryInUse(await started()),
  };
}

/** Whether a decoder gets ready, and not too late where it has to be in time. */
async function becomesReady({ decoder, died }: DecoderProcess, seconds: number | null): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inTime = new Promise<boolean>((resolve) => {
    if (seconds !== null) timer = setTimeout(() => resolve(false), seconds * 1000);
  });
  const ready = Promise.race([decoder.ready(), died]).then(
    () => true,
    () => false,
  );
  return Promise.race([ready, inTime]).finally(() => clearTimeout(timer));
}

function asNotStarted(thrown: unknown): never {
  throw new EngineError('engine-start', { cause: causeOf(thrown) }, { cause: thrown });
}

/** A promise that is only ever raced: its rejection must not count as unhandled. */
function quiet(promise: Promise<never>): Promise<never> {
  promise.catch(() => undefined);
  return promise;
}
