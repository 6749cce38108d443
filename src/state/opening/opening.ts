import { readAlike, type Calendar } from '../../contract/calendar.ts';
import { EngineError, isOfDeadEngine, settledByPerson, toEngineError, type ErrorCode } from '../../contract/errors.ts';
import type { ExportSummary } from '../../contract/summary.ts';
import { decide, type Decided } from './decided.ts';
import { hasLocalTimes, shapesOf } from './export-facts.ts';
import { inspect, isSettled, type Inspected, type OpeningContext } from './inspect.ts';
import { plansWithout } from './left-out.ts';
import { Matching } from './matching.svelte.ts';
import type { Source } from './source.ts';

/** The export that the engine holds after a load, and how its columns were decided: null where they speak for themselves. */
export interface Opened {
  summary: ExportSummary;
  decided: Decided | null;
  /** That it was loaded with. */
  calendar: Calendar;
}

/** Files with what they are opened from and with. */
export interface Opening extends OpeningContext {
  files: File[];
  source: Source;
  /** Whose wall-clock time values without a zone are, for files of these shapes; null where those are not known yet. */
  calendarFor: (shapes: readonly string[] | null) => Calendar;
  /** Whether the device remembers anything of any files. */
  isAnythingRemembered: boolean;
}

/** Failures that a person can put right by saying what the columns are. */
const askable: readonly ErrorCode[] = [...settledByPerson, 'dates-contradicted', 'numbers-contradicted'];

/** Failures that become a question beside the columns. */
const questions: readonly ErrorCode[] = askable.filter((code) => /^(dates|numbers)-/.test(code));

/**
 * Opens files: as they are, or as decided before for files of their shape; where that fails for their columns, inspects them, and asks a
 * person which column is which.
 *
 * @returns what the engine holds; or the columns for a person to match.
 * @throws EngineError that no answer of a person would put right.
 */
export async function openFiles(opening: Opening): Promise<Opened | Matching> {
  const { ask, decided } = opening.source;
  if (ask === 'always') return askAbout(await inspected(opening), null, opening);
  if (ask === 'never' || decided) return load(decided, opening.source.matching, opening);

  const found = await inspectedIfRemembered(opening);
  const known = found && isKnown(found) ? found : null;
  // Nothing is loaded by an earlier decision that the values contradict.
  if (known?.drafts.some(({ origin }) => origin === 'contradicted')) return askAbout(known, null, opening);
  const outcome = await loadUnlessToBeAsked(known && isSettled(known) ? decide(known.drafts) : null, found, opening);
  if (!(outcome instanceof EngineError)) return outcome;
  return askAbout(await inspectedAfter(outcome, opening), outcome, opening);
}

/** First step: loads the files. Returns the failure where a person can put it right, and throws any other. */
async function loadUnlessToBeAsked(
  decided: Decided | null,
  found: Inspected | null,
  opening: Opening,
): Promise<Opened | EngineError> {
  try {
    return await load(decided, found, opening);
  } catch (thrown) {
    const failure = toEngineError(thrown);
    if (!askable.includes(failure.code) || isWithoutColumns(failure)) throw failure;
    return failure;
  }
}

/** Second step: inspects the files that a load has failed for. Throws its failure where there is nothing to match in them. */
async function inspectedAfter(failure: EngineError, opening: Opening): Promise<Inspected> {
  const found = await inspected(opening).catch((reason: unknown) => {
    throw opening.signal.aborted ? reason : failure;
  });
  if (found.drafts.length === 0) throw failure;
  return found;
}

/** Third step: asks a person. The failure is shown where the drafts do not show it themselves. */
function askAbout(found: Inspected, failure: EngineError | null, { source }: Opening): Matching {
  const isShown = failure !== null && (isSettled(found) || questions.includes(failure.code));
  return new Matching(source, found, isShown ? failure : null);
}

/** @param found the files as they were inspected, or matched; null where they were not */
async function load(
  decided: Decided | null,
  found: Pick<Inspected, 'drafts'> | null,
  { files, source, engine, calendarFor, signal, onProgress }: Opening,
): Promise<Opened> {
  const plans = new Map([...source.known, ...(decided?.plans ?? []), ...plansWithout(source.leftOutByPerson)]);
  const loadWith = (calendar: Calendar): Promise<ExportSummary> =>
    engine.load(files, { signal, onProgress, plans, calendar, asks: source.ask !== 'never' });
  const calendar = calendarFor(found?.drafts.flatMap(({ kind, shape }) => (kind === null ? [] : shape)) ?? null);
  const summary = await loadWith(calendar);
  // Which export it is may be known only now.
  const chosen = calendarFor(shapesOf(summary));
  if (!hasLocalTimes(summary) || readAlike(chosen, calendar)) return { summary, decided, calendar: chosen };
  try {
    return { summary: await loadWith(chosen), decided, calendar: chosen };
  } catch (thrown) {
    if (isOfDeadEngine(toEngineError(thrown))) throw thrown;
    // The engine holds them as they were loaded first.
    return { summary, decided, calendar };
  }
}

function inspected(opening: Opening): Promise<Inspected> {
  return inspect(opening.files, opening.source.decided, opening.source.known, opening);
}

/** Inspects the files before any load, where something is remembered on this device. */
async function inspectedIfRemembered(opening: Opening): Promise<Inspected | null> {
  if (!opening.isAnythingRemembered) return null;
  try {
    return await inspected(opening);
  } catch (thrown) {
    if (opening.signal.aborted) throw thrown;
    // The load reports what is wrong with the files.
    return null;
  }
}

/** Whether something is remembered of some of the files. */
const isKnown = ({ drafts }: Inspected): boolean =>
  drafts.some(({ origin }) => origin === 'remembered' || origin === 'contradicted');

/** A text of one column is a note or a list: there is nothing to match in it. */
function isWithoutColumns({ code, details }: EngineError): boolean {
  return code === 'kind-unknown' && 'columns' in details && details.columns.length < 2;
}
