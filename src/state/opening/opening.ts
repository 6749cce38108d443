import type { ErrorCode } from '../../contract/errors.ts';
import type { UnreadableFile } from '../../contract/matching.ts';
import type { LoadProgress } from '../../contract/progress.ts';
import type { ExportSummary } from '../../contract/summary.ts';
import type { EngineClient } from '../../platform/engine-client.ts';
import { EngineError, settledByPerson, toEngineError } from '../../contract/errors.ts';
import { decide, type Decided } from './decided.ts';
import { draftsOf, isOpen, type Draft, type Wanted } from './drafts.ts';
import { plansWithout } from './left-out.ts';
import { problemsOf } from './problems.ts';
import type { RememberedPlans } from './remembered-plans.ts';

/** What the engine holds after a load, and how its columns were decided; null where they speak for themselves. */
export interface Loaded {
  summary: ExportSummary;
  decided: Decided | null;
}

/** Files whose columns a person has to match. */
export interface ToMatch {
  drafts: Draft[];
  wanted: Wanted;
  /** Files that cannot be read. */
  unreadable: UnreadableFile[];
  /** Names of files that are plainly no part of an export. */
  strangers: string[];
  /** Names of files that a person has left out so far. */
  out: readonly string[];
  /** Why they have to be, where the drafts alone do not show it. */
  failure: EngineError | null;
}

type Looked = Omit<ToMatch, 'failure'>;

export interface OpeningOptions {
  engine: EngineClient;
  remembered: RememberedPlans;
  /** What a person has decided about these very files. */
  decided: Decided | null;
  /** Names of files that a person leaves out, whatever else was decided. */
  out: readonly string[];
  /** Whether a person is asked about columns: when a load fails for them, before any load, or never. */
  ask: 'when-needed' | 'always' | 'never';
  signal: AbortSignal;
  onProgress: (progress: LoadProgress) => void;
}

/** Failures that a person can put right by saying what the columns are. */
const askable: readonly ErrorCode[] = [...settledByPerson, 'dates-contradicted', 'numbers-contradicted'];

/** Those that become a question on the screen. */
const questions: readonly ErrorCode[] = askable.filter((code) => /^(dates|numbers)-/.test(code));

/**
 * Opens files: by their columns alone, as decided before for files of their shape, or else by asking which column is which.
 *
 * @throws EngineError that no answer of a person would put right.
 */
export async function openFiles(files: File[], options: OpeningOptions): Promise<Loaded | ToMatch> {
  const { ask, remembered, decided } = options;
  if (ask === 'always') return { ...(await look(files, options)), failure: null };
  if (ask === 'never' || decided) return { summary: await load(files, decided, options), decided };

  const known = remembered.isEmpty ? null : await lookAtKnown(files, options);
  if (known?.drafts.some(({ origin }) => origin === 'contradicted')) return { ...known, failure: null };
  const before = known && isSettled(known) ? decide(known.drafts) : null;
  try {
    return { summary: await load(files, before, options), decided: before };
  } catch (thrown) {
    const failure = toEngineError(thrown);
    if (!askable.includes(failure.code) || isWithoutColumns(failure)) throw failure;
    const looked = await look(files, options).catch((reason: unknown) => {
      throw options.signal.aborted ? reason : failure;
    });
    if (looked.drafts.length === 0) throw failure;
    return { ...looked, failure: isSettled(looked) || questions.includes(failure.code) ? failure : null };
  }
}

/** A text of one column is a note or a list: there is nothing to match in it. */
function isWithoutColumns({ code, details }: EngineError): boolean {
  return code === 'kind-unknown' && 'columns' in details && details.columns.length < 2;
}

/** Whether nothing is left to ask about the drafts. */
function isSettled({ drafts, wanted }: Looked): boolean {
  return problemsOf(drafts, wanted).length === 0 && drafts.every(({ origin }) => !isOpen(origin));
}

/** The files, where something is remembered of any of them. */
async function lookAtKnown(files: File[], options: OpeningOptions): Promise<Looked | null> {
  try {
    const looked = await look(files, options);
    return looked.drafts.some(({ origin }) => origin === 'remembered' || origin === 'contradicted') ? looked : null;
  } catch (thrown) {
    if (options.signal.aborted) throw thrown;
    // What is wrong with the files is for the load to say.
    return null;
  }
}

async function look(
  files: File[],
  { engine, remembered, decided, out, signal, onProgress }: OpeningOptions,
): Promise<Looked> {
  onProgress({ stage: 'recognising', files: [] });
  const looked = Promise.all([engine.inspect(files, { signal }), engine.wantedColumns()]);
  const [{ files: found, unreadable, leftOut }, wanted] = await Promise.race([looked, aborted(signal)]);
  const drafts = draftsOf(found, wanted, ({ name, shape }) => {
    if (!decided) return remembered.get(shape);
    const plan = decided.plans.get(name);
    return plan === null ? 'left-out' : (plan ?? null);
  });
  return { drafts, wanted, unreadable, strangers: leftOut, out };
}

function load(files: File[], decided: Decided | null, options: OpeningOptions): Promise<ExportSummary> {
  const { engine, out, signal, onProgress } = options;
  return engine.load(files, { signal, onProgress, plans: new Map([...(decided?.plans ?? []), ...plansWithout(out)]) });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(new EngineError('load-cancelled', {}));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
