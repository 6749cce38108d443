import type { ExportSummary, LoadProgress } from '../contract.ts';
import type { EngineClient } from '../engine-client.ts';
import { toEngineError, type EngineError } from '../failure.ts';
import { text } from '../text/en.ts';
import type { Navigation } from './navigation.svelte.ts';
import { fetchSample, sampleOf } from './samples.ts';
import { strayScope } from './scope.ts';

/** What to open: its name for the page, the sample it is, and where its files come from. */
interface Source {
  name: string;
  sample: string | null;
  files: (signal: AbortSignal) => Promise<File[]>;
}

/** The export that is open, and the one being opened: the second replaces the first once it is complete. */
export class Session {
  readonly engine: EngineClient;
  status: 'empty' | 'loading' | 'ready' = $state('empty');
  summary: ExportSummary | null = $state.raw(null);
  /** What is open: a sample's title, or the names of the files. */
  name: string | null = $state(null);
  /** What is being opened, while it is. */
  opening: string | null = $state(null);
  progress: LoadProgress | null = $state.raw(null);
  failure: EngineError | null = $state.raw(null);
  /** Grows by one with every completed load. */
  revision = $state(0);

  #navigation: Pick<Navigation, 'route' | 'go'>;
  /** The sample that was opened last, or is being opened; null for files of the user's own, undefined for nothing yet. */
  #sample: string | null | undefined;
  /** Where what is open came from. */
  #source: Source | null = null;
  #load: { controller: AbortController; ended: Promise<void> } | null = null;

  constructor(engine: EngineClient, navigation: Pick<Navigation, 'route' | 'go'>) {
    this.engine = engine;
    this.#navigation = navigation;
  }

  /** Opens files as an export. What was open stays until they are loaded, and stays for good when that fails. */
  open(files: File[], name = text.filesName(files.map((file) => file.name))): Promise<void> {
    return this.#open({ name, sample: null, files: async () => files });
  }

  /** Opens one of the sample exports that come with the page; an unknown one is ignored. */
  async openSample(id: string): Promise<void> {
    const sample = sampleOf(id);
    if (sample) await this.#open({ name: sample.title, sample: id, files: (signal) => fetchSample(sample, signal) });
  }

  /** Opens the sample that the address asks for, unless it is open already, or files of the user's own are. */
  follow(sample: string | null): void {
    if (sample !== null && this.#sample !== null && sample !== this.#sample) void this.openSample(sample);
  }

  /** Opens once more what is open: for an engine that died, and took its tables with it. */
  async reopen(): Promise<void> {
    if (this.#source) await this.#open(this.#source);
  }

  /** Ends a load in progress; what was open before stays. */
  cancel(): void {
    this.#load?.controller.abort();
  }

  dismissFailure(): void {
    this.failure = null;
  }

  /** Starts a load; one that is still running is cancelled, and ended before the new one reaches the engine. */
  #open(source: Source): Promise<void> {
    const previous = this.#load;
    previous?.controller.abort();
    this.#sample = source.sample;
    this.status = 'loading';
    this.opening = source.name;
    this.progress = { stage: 'starting', files: [] };
    this.failure = null;
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
    const load = async ({ files }: Source): Promise<ExportSummary> => {
      const found = await files(signal);
      signal.throwIfAborted();
      return this.engine.load(found, { signal, onProgress });
    };
    await previous;
    try {
      // Accepted even when a cancellation came too late: it is what the engine holds now.
      this.#accept(source, await load(source));
    } catch (thrown) {
      const failure = toEngineError(thrown);
      if (isLatest() && !signal.aborted) this.failure = failure;
      if (engineDied(failure)) await this.#restore(load);
    }
    if (!isLatest()) return;
    this.#load = null;
    this.#sample = this.#source?.sample;
    this.status = this.summary ? 'ready' : 'empty';
    this.opening = null;
    this.progress = null;
  }

  /** Shows the new export. Of the route, what belonged to the old one goes. */
  #accept(source: Source, summary: ExportSummary): void {
    const { route } = this.#navigation;
    const stray = strayScope(route, summary);
    // Before anything was open, the address is a bookmark, and may well ask for a date after the last transaction.
    if (!this.summary) delete stray.asOf;
    const ofOldExport = this.summary ? { search: '', pointsPerUnit: null } : {};
    this.#navigation.go({ ...stray, ...ofOldExport, sample: source.sample }, { replace: true });
    this.#source = source;
    this.summary = summary;
    this.name = source.name;
    this.revision += 1;
  }

  /** Loads what was open into a new engine; where that fails as well, nothing is open any more. */
  async #restore(load: (source: Source) => Promise<ExportSummary>): Promise<void> {
    if (!this.#source) return;
    this.opening = this.#source.name;
    try {
      this.summary = await load(this.#source);
      this.revision += 1;
    } catch {
      this.#source = null;
      this.summary = null;
      this.name = null;
    }
  }
}

function engineDied({ code }: EngineError): boolean {
  return code === 'engine-crashed' || code === 'engine-start';
}
