import { isOfDeadEngine, toEngineError } from '../contract/errors.ts';
import { readAlike, utcCalendar, type Calendar } from '../contract/calendar.ts';
import type { SaidLayout } from '../contract/layout.ts';
import type { ExportSummary } from '../contract/summary.ts';
import type { FirstAnswers } from '../domain/first-answers.ts';
import type { EngineClient } from '../platform/engine-client.ts';
import { fetchFirstAnswers } from '../platform/first-answers.ts';
import { firstPicture } from '../platform/first-picture.ts';
import { addressOfExport } from './address-of-export.ts';
import { CalendarsOfSources } from './calendars-of-sources.ts';
import type { Navigation } from './navigation.svelte.ts';
import { openExportFrom, type OpenExport } from './open-export.ts';
import { Attempt } from './opening/attempt.svelte.ts';
import { decide, decisionsOf } from './opening/decided.ts';
import { lookAgain } from './opening/look-again.ts';
import type { OpeningFailure } from './opening/failure.ts';
import type { Matching } from './opening/matching.svelte.ts';
import type { Opened } from './opening/opening.ts';
import { hasLocalTimes, shapesOf } from './opening/export-facts.ts';
import type { RememberedCalendars } from './opening/remembered-calendars.ts';
import type { RememberedPlans } from './opening/remembered-plans.ts';
import { tryMatching } from './opening/trial.ts';
import { ownFiles, sampleFiles, withAdded, type Source } from './opening/source.ts';
import { calendarInRoute } from './route-calendar.ts';
import { Questions } from './questions.ts';
import { Rehearsal } from './rehearsal.ts';
import { isFirstView, sampleOf } from './samples.ts';

/** What is going on beside the export that is open. */
export type Status =
  | { is: 'idle' }
  | { is: 'opening'; attempt: Attempt }
  /** A person says which column is which. */
  | { is: 'matching'; matching: Matching; source: Source };

/** Files that a person has chosen. */
export interface OfferedFiles {
  files: File[];
  /** Names of files of the same folder that are left out. */
  notOffered: readonly string[];
}

/** The export that is open, and the one being opened: the second replaces the first once it is complete. */
export class Session {
  readonly engine: EngineClient;
  status: Status = $state.raw({ is: 'idle' });
  current: OpenExport | null = $state.raw(null);
  failure: OpeningFailure | null = $state.raw(null);
  /** Files that were chosen while an export is open: added to it, or opened in its place, as a person says. */
  offered: OfferedFiles | null = $state.raw(null);
  /** What the sample that is open says first, as long as the engine does not have it yet. */
  beforehand: FirstAnswers | null = $state.raw(null);
  /** Grows by one with every change of the export that the engine's answers are of. */
  revision = $state(0);
  /** Those of the views. */
  readonly questions = new Questions();

  #navigation: Pick<Navigation, 'route' | 'go'>;
  #remembered: RememberedPlans;
  #calendars: CalendarsOfSources;
  /** The latest attempt, until it has ended. */
  #latest: Attempt | null = null;
  /** Resolves when the latest attempt and all earlier ones have ended. */
  #ended: Promise<void> = Promise.resolve();
  readonly #rehearsal: Rehearsal;
  /** Resolves once what is shown beforehand is drawn. */
  readonly #picture: () => Promise<void>;
  /** Ends looking at files once more. */
  #look: AbortController | null = null;

  constructor(
    engine: EngineClient,
    navigation: Pick<Navigation, 'route' | 'go'>,
    remembered: RememberedPlans,
    calendars: RememberedCalendars,
    picture = firstPicture,
  ) {
    this.engine = engine;
    this.#picture = picture;
    this.#rehearsal = new Rehearsal(engine);
    this.#navigation = navigation;
    this.#remembered = remembered;
    this.#calendars = new CalendarsOfSources({
      kept: calendars,
      plans: remembered,
      navigation,
      open: () => this.current,
    });
  }

  /** What the engine holds. */
  get summary(): ExportSummary | null {
    return this.current?.summary ?? null;
  }

  /** Resolves once the engine has what is open, or that has failed. */
  get ready(): Promise<void> {
    return this.beforehand ? this.#ended : Promise.resolve();
  }

  /**
   * Opens files as an export. What was open stays until they are loaded, and stays for good when that fails.
   *
   * @param notOffered names of files of the same folder that are left out
   */
  open(files: File[], notOffered: readonly string[] = []): Promise<void> {
    return this.#open(ownFiles(files, notOffered));
  }

  /** Opens files that a person has chosen; while others of their own are open, they say first whether these are added to them. */
  async choose(files: File[], notOffered: readonly string[] = []): Promise<void> {
    const isOwn = this.current?.source.sample === null && this.status.is === 'idle';
    if (isOwn) this.offered = { files, notOffered };
    else await this.open(files, notOffered);
  }

  /** Does with the files that are offered as a person says; null leaves everything as it is. */
  async takeOffered(how: 'add' | 'replace' | null): Promise<void> {
    const { offered, current } = this;
    this.offered = null;
    if (!offered || how === null) return;
    const { files, notOffered } = offered;
    const isAdded = how === 'add' && current !== null;
    await (isAdded ? this.#open(withAdded(current.source, files, notOffered)) : this.open(files, notOffered));
  }

  /**
   * Opens one of the sample exports that come with the page; an unknown one is ignored.
   *
   * @param fromAddress the address asked for it
   */
  async openSample(id: string, fromAddress = false): Promise<void> {
    const sample = sampleOf(id);
    if (sample) await this.#open(sampleFiles(sample, fromAddress));
  }

  /** While a person still chooses, the engine loads a sample for nobody, once: the load that they wait for is faster after that. */
  rehearse(): Promise<void> {
    return this.#rehearsal.run(() => this.current === null && this.status.is === 'idle');
  }

  /**
   * Opens the sample that the address asks for, unless it is open already, or files of the user's own are; closes the sample where one
   * went back to an address without one.
   */
  follow(asked: string | null): void {
    const source = this.#latest?.source ?? this.current?.source;
    if (asked === null && source && source.sample !== null) this.#close();
    else if (asked !== null && source?.sample !== null && asked !== source?.sample) void this.openSample(asked, true);
  }

  /** Opens once more what is open: for an engine that died, and took its tables with it. */
  async reopen(): Promise<void> {
    if (this.current) await this.#open(this.current.source);
  }

  /** Loads once more what is open, where its wall-clock times are those of another calendar; not while other files are being opened. */
  readBy(calendar: Calendar): void {
    const { current, status } = this;
    if (!current || !hasLocalTimes(current.summary) || status.is === 'matching') return;
    const underWay = status.is === 'opening' ? status.attempt.source : null;
    if (underWay && !underWay.calendar) return;
    if (readAlike(underWay?.calendar ?? current.calendar, calendar)) return;
    // Back to what is in force: what is under way is not wanted any more.
    if (readAlike(current.calendar, calendar)) return this.cancel();
    void this.#open({ ...current.source, ask: 'never', calendar });
  }

  /** Shows the columns of what is open, to be matched anew. */
  async matchAgain(): Promise<void> {
    if (this.current) await this.#open({ ...this.current.source, ask: 'always' });
  }

  /** Shows the columns of what could not be opened. */
  async matchFailed(): Promise<void> {
    if (this.failure) await this.#open({ ...this.failure.source, ask: 'always', matching: null });
  }

  /** Opens the others without a file that kept them from being opened. */
  async openWithout(file: string): Promise<void> {
    const source = this.failure?.source;
    if (source) await this.#open({ ...source, leftOutByPerson: [...source.leftOutByPerson, file], matching: null });
  }

  /**
   * Finds out what would come of the files as they are matched on the screen, while a person looks at it: not of files so large that they
   * would wait for it.
   *
   * @param signal ends it: something was changed, or is loaded
   */
  async tryMatched(signal: AbortSignal): Promise<void> {
    if (this.status.is !== 'matching' || this.status.matching.problems.length > 0) return;
    const { matching, source } = this.status;
    const run = (): Promise<void> =>
      tryMatching(matching, source, { engine: this.engine, ...this.#calendars.of(source), signal });
    // A load that comes waits for it to end.
    const trial = this.#ended.then(run);
    this.#ended = trial.catch(() => undefined);
    await trial;
  }

  /**
   * Has files that a person matches looked at again, laid out as they say. What they say while that is under way is looked at instead.
   *
   * @param names as `inspect` gives them
   * @param said null for the layout that is found
   */
  async layOut(names: readonly string[], said: SaidLayout | null): Promise<void> {
    if (this.status.is !== 'matching') return;
    const { matching, source } = this.status;
    this.#look?.abort();
    const { signal } = (this.#look = new AbortController());
    matching.say(names, said);
    matching.isLooking = true;
    const looking = this.#ended.then(() => lookAgain(matching, source, { engine: this.engine, signal }));
    this.#ended = looking.catch((thrown: unknown) =>
      signal.aborted ? undefined : matching.refuse(toEngineError(thrown)),
    );
    await this.#ended;
    if (!signal.aborted) matching.isLooking = false;
  }

  /** Loads the export as it was matched on the screen. */
  async loadMatched(): Promise<void> {
    if (this.status.is !== 'matching' || !this.status.matching.isReady) return;
    const { matching, source } = this.status;
    const { drafts, leftOutByPerson } = matching;
    await this.#open({ ...source, ask: 'when-needed', decided: decide(drafts), leftOutByPerson, matching });
  }

  /** Forgets how the columns of what is open were matched: files like these are asked about again. */
  forgetDecided(): void {
    if (!this.current) return;
    this.#remembered.forget(this.current.source.decided?.shapes ?? []);
    this.current = { ...this.current, isRemembered: false, isAsBefore: false };
  }

  /** Ends an attempt in progress, or leaves the screen of the columns; what was open before stays. */
  cancel(): void {
    this.#look?.abort();
    if (this.status.is === 'opening') this.status.attempt.cancel();
    else this.status = { is: 'idle' };
  }

  dismissFailure(): void {
    this.failure = null;
  }

  /** Starts an attempt; one that is still running is cancelled, and ended before the new one reaches the engine. */
  #open(source: Source): Promise<void> {
    this.#rehearsal.end();
    this.#look?.abort();
    this.#cancelLatest();
    const attempt = new Attempt(source);
    this.#latest = attempt;
    this.status = { is: 'opening', attempt };
    this.failure = null;
    this.#ended = this.#run(attempt, this.#ended);
    return this.#ended;
  }

  async #run(attempt: Attempt, before: Promise<void>): Promise<void> {
    await before;
    let matching: Matching | null = null;
    const seen = this.#seen(attempt);
    try {
      const outcome = await attempt.run(this.engine, this.#remembered, this.#calendars.of(attempt.source), seen);
      if (outcome && 'summary' in outcome) {
        this.#accept(attempt.source, outcome);
      } else {
        this.#takeBack();
        matching = outcome;
      }
    } catch (thrown) {
      this.#takeBack();
      const error = toEngineError(thrown);
      const { source, isCancelled } = attempt;
      ({ matching } = source);
      if (matching) matching.refuse(isCancelled ? null : error);
      else if (!isCancelled) this.failure = { error, source };
      if (isOfDeadEngine(error)) await this.#restore(attempt);
    }
    if (this.#latest !== attempt) return;
    this.#latest = null;
    this.status = matching ? { is: 'matching', matching, source: attempt.source } : { is: 'idle' };
    // The address must not open again what the user has cancelled, nor ask for what could not be read.
    if (attempt.isCancelled) this.#navigation.go({ sample: this.current?.source.sample ?? null }, { replace: true });
    if (attempt.source.calendar && this.current) this.#calendars.settle(this.current, attempt.source.calendar);
  }

  /** Ends once what a sample says first is drawn, or will not be: the engine needs the processor for longer, and nobody waits for it. */
  async #seen(attempt: Attempt): Promise<void> {
    const picture = this.#picture();
    const shown = this.#showFirst(attempt).then((isShown) => (isShown ? picture : undefined));
    await Promise.race([shown, picture]);
  }

  /** Shows what a sample says first while the engine loads it, where nothing else is open. */
  async #showFirst(attempt: Attempt): Promise<boolean> {
    const { source } = attempt;
    if (source.sample === null || this.current || !isFirstView(this.#navigation.route)) return false;
    const first = await fetchFirstAnswers(source.sample);
    if (!first || this.current || this.#latest !== attempt || attempt.isCancelled) return false;
    this.#accept(source, { summary: first.summary, decided: null, calendar: utcCalendar });
    this.beforehand = first;
    return true;
  }

  /** Nothing is open where the engine did not get what was shown beforehand. */
  #takeBack(): void {
    if (!this.beforehand) return;
    this.beforehand = null;
    this.current = null;
  }

  /** Shows the new export; what was shown beforehand is in the address already. */
  #accept(source: Source, opened: Opened): void {
    const before = this.current;
    if (!this.beforehand) this.#address(source, opened, before);
    this.beforehand = null;
    if (source.matching) this.#remembered.keep(decisionsOf(source.matching.drafts));
    this.current = openExportFrom(source, opened, this.#remembered, before, this.#navigation.route.view);
    if (source.calendar) this.#calendars.keep(this.current);
    this.revision += 1;
  }

  /** Changes the address for a new export. */
  #address(source: Source, opened: Opened, before: OpenExport | null): void {
    const isSame = source.files === before?.source.files;
    const calendar = isSame ? {} : calendarInRoute(this.#calendars.saidOf(source, shapesOf(opened.summary)));
    // From the welcome page to a sample is a step that one can go back.
    const isStep = !before && source.sample !== null && !source.fromAddress;
    const change = { ...addressOfExport(source, opened, before, this.#navigation.route), ...calendar };
    this.#navigation.go(change, { replace: !isStep });
  }

  /** Loads what was open into a new engine, which one waits for as well; where that fails, nothing is open any more. */
  async #restore(failed: Attempt): Promise<void> {
    if (!this.current) return;
    const restoring = new Attempt({ ...this.current.source, ask: 'never' });
    if (this.#latest === failed) this.status = { is: 'opening', attempt: restoring };
    try {
      const opened = await restoring.run(this.engine, this.#remembered, this.#calendars.of(restoring.source));
      if (opened && 'summary' in opened) {
        const { summary, calendar } = opened;
        this.current = { ...this.current, summary, calendar };
      }
      this.revision += 1;
    } catch {
      this.current = null;
    }
  }

  /** Nothing is open any more. */
  #close(): void {
    this.#cancelLatest();
    this.#latest = null;
    this.failure = null;
    this.beforehand = null;
    this.current = null;
    this.status = { is: 'idle' };
    this.revision += 1;
  }

  #cancelLatest(): void {
    this.#latest?.cancel();
    // The attempt may be one that loads the open export into a new engine.
    if (this.status.is === 'opening') this.status.attempt.cancel();
  }
}
