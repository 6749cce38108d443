import type { ErrorCode } from '../contract/errors.ts';
import type { LoadProgress } from '../contract/progress.ts';
import type { ExportSummary } from '../contract/summary.ts';
import type { EngineClient } from '../platform/engine-client.ts';
import { isOfDeadEngine, toEngineError, type EngineError } from '../contract/errors.ts';
import { text } from '../text/en.ts';
import { decide, decisionsOf, type Decided } from './opening/decided.ts';
import { canDoWithout, unreadableFile } from './opening/left-out.ts';
import { Matching } from './opening/matching.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import { openFiles, type Opened, type OpeningOptions } from './opening/opening.ts';
import { RememberedPlans } from './opening/remembered-plans.ts';
import { fetchSample, rehearsed, sampleOf } from './samples.ts';
import { strayScope } from './stray-scope.ts';

/** What to open: its name for the page, the sample it is, where its files come from, and how they are to be read. */
interface Source {
  name: string;
  sample: string | null;
  /** The address asked for it: what else stands there was meant with it. */
  fromAddress: boolean;
  files: (signal: AbortSignal) => Promise<File[]>;
  fileNames: readonly string[];
  /** Names of files beside them that are not opened. */
  beside: readonly string[];
  decided: Decided | null;
  /** Names of files that are left out. */
  out: readonly string[];
  ask: OpeningOptions['ask'];
  /** The screen on which it was decided; it is shown again when that does not load. */
  screen: Matching | null;
}

/** Failures behind which may be a column taken for another. */
const maybeMismatched: readonly ErrorCode[] = ['no-usable-rows', 'kind-absent', 'kind-twice'];

/** The export that is open, and the one being opened: the second replaces the first once it is complete. */
export class Session {
  readonly engine: EngineClient;
  status: 'empty' | 'loading' | 'matching' | 'ready' = $state('empty');
  summary: ExportSummary | null = $state.raw(null);
  /** What is open: a sample's title, or the names of the files. */
  name: string | null = $state(null);
  /** How the columns of what is open were decided, null where they speak for themselves. */
  decided: Decided | null = $state.raw(null);
  /** Whether that is kept on this device for files like these. */
  isRemembered = $state(false);
  /** Whether it was decided for earlier files like these, and nobody was asked this time. */
  isAsBefore = $state(false);
  /** Names of the files beside what is open that are in no answer. */
  leftOut: readonly string[] = $state.raw([]);
  /** What is being opened, while it is. */
  opening: string | null = $state(null);
  progress: LoadProgress | null = $state.raw(null);
  /** The screen on which a person says what the columns are, while it is shown. */
  matching: Matching | null = $state.raw(null);
  failure: EngineError | null = $state.raw(null);
  /** Grows by one with every completed load. */
  revision = $state(0);

  #navigation: Pick<Navigation, 'route' | 'go'>;
  #remembered: RememberedPlans;
  /** The sample that was opened last, or is being opened; null for files of the user's own, undefined for nothing yet. */
  #sample: string | null | undefined;
  /** Where what is open came from. */
  #source: Source | null = null;
  /** What was tried last. */
  #tried: Source | null = null;
  #load: { controller: AbortController; ended: Promise<void> } | null = null;
  /** Ends the rehearsal; null before there was one. */
  #rehearsal: AbortController | null = null;

  constructor(
    engine: EngineClient,
    navigation: Pick<Navigation, 'route' | 'go'>,
    remembered: RememberedPlans = new RememberedPlans(),
  ) {
    this.engine = engine;
    this.#navigation = navigation;
    this.#remembered = remembered;
  }

  /**
   * Opens files as an export. What was open stays until they are loaded, and stays for good when that fails.
   *
   * @param beside names of files beside them that are left out
   */
  open(files: File[], beside: string[] = []): Promise<void> {
    const fileNames = files.map((file) => file.name);
    const source = { name: text.filesName(fileNames), sample: null, fromAddress: false };
    return this.#open({
      ...source,
      files: async () => files,
      fileNames,
      beside,
      decided: null,
      out: [],
      ask: 'when-needed',
      screen: null,
    });
  }

  /**
   * Opens one of the sample exports that come with the page; an unknown one is ignored.
   *
   * @param fromAddress the address asked for it
   */
  async openSample(id: string, fromAddress = false): Promise<void> {
    const sample = sampleOf(id);
    if (!sample) return;
    const files = (signal: AbortSignal): Promise<File[]> => fetchSample(sample, signal);
    const source = { name: sample.title, sample: id, fromAddress, files, fileNames: sample.files, beside: [] };
    await this.#open({ ...source, decided: null, out: [], ask: 'never', screen: null });
  }

  /** While a person still chooses, the engine loads a sample for nobody, once: the load that they wait for is faster after that. */
  async rehearse(): Promise<void> {
    if (this.#rehearsal) return;
    this.#rehearsal = new AbortController();
    try {
      await this.engine.start();
      if (this.status !== 'empty') return;
      const files = await fetchSample(rehearsed, this.#rehearsal.signal);
      if (this.status === 'empty') await this.engine.rehearse(files);
    } catch {
      // Whatever is wrong, the load that matters will say.
    }
  }

  /**
   * Opens the sample that the address asks for, unless it is open already, or files of the user's own are; closes the sample where one
   * went back to an address without one.
   */
  follow(sample: string | null): void {
    if (sample === null && typeof this.#sample === 'string') this.#close();
    else if (sample !== null && this.#sample !== null && sample !== this.#sample) void this.openSample(sample, true);
  }

  /** The sample that is open; null for none, and for files of the user's own. */
  get sample(): string | null {
    void this.revision;
    return this.#source?.sample ?? null;
  }

  /** Opens once more what is open: for an engine that died, and took its tables with it. */
  async reopen(): Promise<void> {
    if (this.#source) await this.#open({ ...this.#source, screen: null });
  }

  /** Shows the columns of what is open, to be matched anew. */
  async matchAgain(): Promise<void> {
    if (this.#source) await this.#open({ ...this.#source, ask: 'always', screen: null });
  }

  /** Whether what could not be opened might be, were its columns matched by hand. */
  get canMatchFailed(): boolean {
    return this.failure !== null && this.#tried?.sample === null && maybeMismatched.includes(this.failure.code);
  }

  /** Shows the columns of what could not be opened. */
  async matchFailed(): Promise<void> {
    if (this.#tried) await this.#open({ ...this.#tried, ask: 'always', screen: null });
  }

  /** The file that kept the export from being opened, where the others may do without it. */
  get dispensable(): string | null {
    const file = this.failure && unreadableFile(this.failure);
    if (!file || !this.#tried || this.#tried.sample !== null) return null;
    return canDoWithout(file, this.#tried.fileNames, this.#tried.out) ? file : null;
  }

  /** Opens the others without it. */
  async openWithout(file: string): Promise<void> {
    if (this.#tried) await this.#open({ ...this.#tried, out: [...this.#tried.out, file], screen: null });
  }

  /** Loads the export on the screen as it was matched there. */
  async loadMatched(): Promise<void> {
    const { matching } = this;
    if (!matching || !this.#tried || matching.problems.length > 0) return;
    const { drafts, out } = matching;
    await this.#open({ ...this.#tried, ask: 'when-needed', decided: decide(drafts), out, screen: matching });
  }

  /** Forgets how the columns of what is open were matched: files like these are asked about again. */
  forgetDecided(): void {
    this.#remembered.forget(this.decided?.shapes ?? []);
    this.isRemembered = false;
    this.isAsBefore = false;
  }

  /** Ends a load in progress, or leaves the screen of the columns; what was open before stays. */
  cancel(): void {
    this.#load?.controller.abort();
    if (this.status === 'matching') this.#settle(null);
  }

  dismissFailure(): void {
    this.failure = null;
  }

  /** Starts a load; one that is still running is cancelled, and ended before the new one reaches the engine. */
  #open(source: Source): Promise<void> {
    const previous = this.#load;
    previous?.controller.abort();
    this.#rehearsal?.abort();
    this.#sample = source.sample;
    this.#tried = source;
    this.status = 'loading';
    this.opening = source.name;
    this.progress = { stage: 'starting', files: [] };
    this.failure = null;
    this.matching = null;
    const controller = new AbortController();
    const ended = this.#run(source, controller, previous?.ended);
    this.#load = { controller, ended };
    return ended;
  }

  async #run(source: Source, controller: AbortController, previous: Promise<void> | undefined): Promise<void> {
    const { signal } = controller;
    const isLatest = (): boolean => this.#load?.controller === controller;
    const onProgress = (progress: LoadProgress): void => {
      if (isLatest()) this.progress = progress;
    };
    const open = async (source: Source): Promise<Opened> => {
      const files = await source.files(signal);
      signal.throwIfAborted();
      const { engine } = this;
      const remembered = this.#remembered;
      const { decided, out, ask } = source;
      return openFiles(files, { engine, remembered, decided, out, ask, signal, onProgress });
    };
    let screen: Matching | null = null;
    await previous;
    try {
      const opened = await open(source);
      // Accepted even when a cancellation came too late: it is what the engine holds now.
      if ('summary' in opened) this.#accept(source, opened.decided, opened.summary);
      else if (!signal.aborted) screen = new Matching(source.name, opened, source.beside);
    } catch (thrown) {
      const failure = toEngineError(thrown);
      screen = source.screen;
      if (signal.aborted) screen?.refuse(null);
      else if (screen) screen.refuse(failure);
      else if (isLatest()) this.failure = failure;
      if (isOfDeadEngine(failure)) await this.#restore(open);
    }
    if (!isLatest()) return;
    this.#settle(screen);
    // What was cancelled is not to be opened by the address either.
    if (signal.aborted) this.#navigation.go({ sample: this.#source?.sample ?? null }, { replace: true });
  }

  /** Nothing is being opened any more: shows the screen of the columns, else what is open. */
  #settle(screen: Matching | null): void {
    this.#load = null;
    this.#sample = this.#source?.sample;
    this.matching = screen;
    this.status = screen ? 'matching' : this.summary ? 'ready' : 'empty';
    this.opening = null;
    this.progress = null;
  }

  /** Shows the new export. Of the route, what belonged to the old one goes. */
  #accept(source: Source, decided: Decided | null, summary: ExportSummary): void {
    const { route } = this.#navigation;
    // Before anything was open the address is a bookmark, as it is when it asks for a sample: what it asks for was meant.
    const isMeant = !this.summary || source.fromAddress;
    const stray = isMeant ? {} : strayScope(route, summary);
    const isSame = source.files === this.#source?.files;
    const ofOldExport = isMeant || isSame ? {} : { search: '', pointsPerUnit: null, store: null };
    // From the welcome page to a sample is a step that one can go back.
    const isStep = !this.summary && source.sample !== null && !source.fromAddress;
    this.#navigation.go({ ...stray, ...ofOldExport, sample: source.sample }, { replace: !isStep });
    if (source.screen) this.#remembered.keep(decisionsOf(source.screen.drafts));
    this.isAsBefore = decided !== null && !source.screen && (this.isAsBefore || source.decided === null);
    this.#source = { ...source, decided, screen: null };
    this.summary = summary;
    this.name = source.name;
    this.leftOut = [...summary.leftOut, ...source.beside];
    this.decided = decided;
    const shapes = decided?.shapes ?? [];
    // A device that keeps nothing has nothing to forget either.
    this.isRemembered = shapes.length > 0 && shapes.every((shape) => this.#remembered.get(shape) !== null);
    this.revision += 1;
  }

  /** Nothing is open any more. */
  #close(): void {
    this.#load?.controller.abort();
    this.failure = null;
    this.#forget();
    this.#settle(null);
    this.revision += 1;
  }

  #forget(): void {
    this.#source = null;
    this.summary = null;
    this.name = null;
    this.leftOut = [];
    this.decided = null;
  }

  /** Loads what was open into a new engine; where that fails as well, nothing is open any more. */
  async #restore(open: (source: Source) => Promise<Opened>): Promise<void> {
    if (!this.#source) return;
    this.opening = this.#source.name;
    try {
      const opened = await open({ ...this.#source, ask: 'never' });
      if ('summary' in opened) this.summary = opened.summary;
      this.revision += 1;
    } catch {
      this.#forget();
    }
  }
}
