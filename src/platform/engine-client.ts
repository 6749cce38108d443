import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { AnswerParams } from '../contract/answers.ts';
import type { Calendar } from '../contract/calendar.ts';
import type { Engine, EngineWorker } from '../contract/engine.ts';
import type { SaidLayouts } from '../contract/layout.ts';
import type { FilePlans, Inspection } from '../contract/matching.ts';
import { withUpdate, type LoadProgress, type ProgressUpdate } from '../contract/progress.ts';
import type { ExportSummary } from '../contract/summary.ts';
import { passFailuresThroughComlink } from '../contract/errors-through-comlink.ts';
import { engineDied, EngineError, isOfDeadEngine } from '../contract/errors.ts';
import { allRequests, noRequests, type Requests } from '../contract/requests.ts';
import { startWorker, type WorkerProof } from '../contract/start-worker.ts';
// eslint-disable-next-line no-restricted-imports -- Only its address.
import engineWorker from '../../workers/engine.worker.ts?worker&url';

type Answers = Omit<Engine, 'load' | 'tryLoad' | 'inspect' | 'cancelLoad'>;

/** The engine as the page sees it: its answers, and a load that can be cancelled. */
export interface EngineClient extends Answers {
  /**
   * Loads an export; what was loaded before stays until the new one is complete.
   *
   * @throws EngineError; `load-cancelled` once `signal` aborts.
   */
  load(
    files: File[],
    options: {
      onProgress?: (progress: LoadProgress) => void;
      signal?: AbortSignal;
      plans?: FilePlans;
      calendar?: Calendar;
      asks?: boolean;
    },
  ): Promise<ExportSummary>;
  /** Says what would come of a load, and leaves everything as it is; throws `load-cancelled` once `signal` aborts. */
  tryLoad(
    files: File[],
    options: { plans: FilePlans; calendar: Calendar; signal?: AbortSignal },
  ): Promise<ExportSummary>;
  /** Whether it has something to do for the page: a load, a rehearsal, a question. */
  isBusy(): boolean;
  /** Whether the browser holds every worker to the page's policy, found by trying. */
  areWorkersGuarded(): Promise<boolean>;
  /** What all workers have asked for by network. */
  requests(): Promise<Requests>;
  /** Has each worker ask for an address elsewhere; whether the browser refused. */
  attemptElsewhere(): Promise<boolean[]>;
  /** Looks at files without loading them; throws `load-cancelled` once `signal` aborts. */
  inspect(files: File[], options?: { layouts?: SaidLayouts; signal?: AbortSignal }): Promise<Inspection>;
}

/** Every answer leaves a measure with this prefix on the browser's performance timeline: `loyalty-lens:cohortRetention`. */
const measurePrefix = 'loyalty-lens:';

/** The engine's worker starts in the background with the first call, such as `start`: it is ready by the time that files are chosen. */
export function createEngineClient(): EngineClient {
  passFailuresThroughComlink();
  let running: RunningEngine | null = null;
  /** Why what was loaded is gone, until something is loaded again. */
  let lost: EngineError | null = null;
  /** Calls that have not ended. */
  let calls = 0;
  /** What engines that are over have asked for by network, and the one that runs, as far as they have said. */
  let [earlier, last] = [noRequests, noRequests];

  function startAnother(): RunningEngine {
    [earlier, last] = [allRequests([earlier, last]), noRequests];
    return (running = startEngine());
  }

  /**
   * One call to the worker, raced against its death, since Comlink's promises never settle once it died. A dead worker is replaced;
   * what was loaded in it is lost, and whoever asks for it hears why, not only who heard of the death.
   */
  async function call<T>(
    name: string,
    ask: (engine: Remote<EngineWorker>, proof: WorkerProof) => Promise<T>,
  ): Promise<T> {
    const asked = !running || running.hasNotStarted() ? startAnother() : running;
    const start = performance.now();
    calls += 1;
    try {
      const result = await Promise.race([ask(asked.engine, asked.proof), asked.died]);
      asked.hasAnswered();
      performance.measure(measurePrefix + name, { start, end: performance.now() });
      return result;
    } catch (thrown) {
      if (!(thrown instanceof EngineError)) throw thrown;
      if (isOfDeadEngine(thrown) && running === asked) {
        lost = thrown;
        asked.end(thrown);
        startAnother();
      }
      throw thrown.code === 'nothing-loaded' && lost ? lost : thrown;
    } finally {
      calls -= 1;
    }
  }

  /** Questions that are not answered yet. */
  const underWay = new Map<string, Promise<unknown>>();

  /** A question; who puts the same one while it is under way gets the same answer. */
  function answer<T>(
    name: string,
    params: AnswerParams,
    ask: (engine: Remote<EngineWorker>) => Promise<T>,
  ): Promise<T> {
    const key = JSON.stringify([name, params]);
    const known = underWay.get(key) as Promise<T> | undefined;
    if (known) return known;
    const asked = call(name, ask).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  return {
    start: () => call('start', (engine) => engine.start()),
    rehearse: (files) => call('rehearse', (engine) => engine.rehearse(files)),
    load: (files, { onProgress, signal, plans, calendar, asks }) =>
      call('load', (engine) => {
        let progress: LoadProgress = { stage: 'starting', files: [] };
        const onUpdate = (update: ProgressUpdate): void => {
          progress = withUpdate(progress, update);
          onProgress?.(progress);
        };
        return cancellable(engine, signal, async () =>
          engine.load(await handed(engine, files, signal), proxy(onUpdate), plans, calendar, asks),
        );
      }).then((summary) => {
        lost = null;
        return summary;
      }),
    tryLoad: (files, { plans, calendar, signal }) =>
      call('tryLoad', (engine) =>
        cancellable(engine, signal, async () => engine.tryLoad(await handed(engine, files, signal), plans, calendar)),
      ),
    inspect: (files, { layouts, signal } = {}) =>
      call('inspect', (engine) =>
        cancellable(engine, signal, async () => engine.inspect(await handed(engine, files, signal), layouts)),
      ),
    wantedColumns: () => call('wantedColumns', (engine) => engine.wantedColumns()),
    cohortRetention: (params) => answer('cohortRetention', params, (engine) => engine.cohortRetention(params)),
    atRiskCards: (params) => answer('atRiskCards', params, (engine) => engine.atRiskCards(params)),
    atRiskHoldings: (params) => answer('atRiskHoldings', params, (engine) => engine.atRiskHoldings(params)),
    inactivitySpread: (params) => answer('inactivitySpread', params, (engine) => engine.inactivitySpread(params)),
    churnBands: (params) => answer('churnBands', params, (engine) => engine.churnBands(params)),
    callList: (params) => answer('callList', params, (engine) => engine.callList(params)),
    backTest: (params) => answer('backTest', params, (engine) => engine.backTest(params)),
    testedCards: (params) => answer('testedCards', params, (engine) => engine.testedCards(params)),
    revenueAttribution: (params) => answer('revenueAttribution', params, (engine) => engine.revenueAttribution(params)),
    overview: (params) => answer('overview', params, (engine) => engine.overview(params)),
    activity: (params) => answer('activity', params, (engine) => engine.activity(params)),
    stores: (params) => answer('stores', params, (engine) => engine.stores(params)),
    prepare: (params) => call('prepare', (engine) => engine.prepare(params)),
    explain: (name, params) => call('explain', (engine) => engine.explain(name, params)),
    saveTables: (onProgress, calendar, pseudonyms) =>
      call('saveTables', (engine) => engine.saveTables(proxy(onProgress), calendar, pseudonyms)),
    cancelSaving: () => call('cancelSaving', (engine) => engine.cancelSaving()),
    memory: () => call('memory', (engine) => engine.memory()),
    isBusy: () => calls > 0,
    areWorkersGuarded: () =>
      call('areWorkersGuarded', async (engine, proof) => (await proof.isGuarded()) && engine.areWorkersGuarded()),
    // Of the engine that runs: asking for it starts none.
    requests: async () => {
      if (!running) return noRequests;
      const { engine, proof, died } = running;
      last = allRequests([proof.requests(), await Promise.race([engine.requestsOfWorkers(), died])]);
      return allRequests([earlier, last]);
    },
    attemptElsewhere: () =>
      call('attemptElsewhere', async (engine, proof) => [await proof.attempt(), ...(await engine.attemptInWorkers())]),
  };
}

/** Runs `work`, and cancels it in the engine when `signal` aborts. */
async function cancellable<T>(
  engine: Remote<EngineWorker>,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const cancel = (): void => void engine.cancelLoad();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    if (signal?.aborted) throw new EngineError('load-cancelled', {});
    return await work();
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** How many files go in one message. Copying them keeps the page busy for about 20 ms. */
const portion = 64;

/** Returns the files, or `'handed'` when there were many and they were sent before, in portions. */
async function handed(
  engine: Remote<EngineWorker>,
  files: File[],
  signal: AbortSignal | undefined,
): Promise<File[] | 'handed'> {
  if (files.length <= portion) return files;
  for (let first = 0; first < files.length; first += portion) {
    await engine.hand(files.slice(first, first + portion), first === 0);
    if (signal?.aborted) throw new EngineError('load-cancelled', {});
  }
  return 'handed';
}

interface RunningEngine {
  engine: Remote<EngineWorker>;
  /** Rejects once it is dead, or was ended. */
  died: Promise<never>;
  /** Whether it died before it was ready: nothing is lost with it. */
  hasNotStarted: () => boolean;
  /** It is ready, whatever became of its first start. */
  hasAnswered: () => void;
  proof: WorkerProof;
  /** Ends it; calls that it has not answered fail for the same reason. */
  end: (reason: EngineError) => void;
}

function startEngine(): RunningEngine {
  const { worker, died, proof, end } = startWorker(new URL(engineWorker, import.meta.url).href, 'engine');
  const engine = wrap<EngineWorker>(worker);
  let fail: (reason: EngineError) => void;
  let wasReady = false;
  let isDead = false;
  const over = new Promise<never>((_, reject) => (fail = reject));
  over.catch(() => (isDead = true));
  died.catch((thrown: unknown) => fail(engineDied('engine-crashed', thrown)));
  // A start that fails is reported by the call that needs the engine, which tries again.
  engine.start().then(
    () => (wasReady = true),
    () => undefined,
  );
  return {
    engine,
    died: over,
    hasNotStarted: () => isDead && !wasReady,
    hasAnswered: () => (wasReady = true),
    proof,
    end: (reason) => {
      fail(reason);
      engine[releaseProxy]();
      end();
    },
  };
}
