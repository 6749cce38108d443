import { utcCalendar } from '../../../src/contract/calendar.ts';
import type { Engine } from '../../../src/contract/engine.ts';
import type { ExportSummary } from '../../../src/contract/summary.ts';
import type { EngineClient } from '../../../src/platform/engine-client.ts';
import { decisionsOf } from '../../../src/state/opening/decided.ts';
import { openFiles } from '../../../src/state/opening/opening.ts';
import { RememberedPlans } from '../../../src/state/opening/remembered-plans.ts';
import { ownFiles } from '../../../src/state/opening/source.ts';

/** Opens files as the page does, on a device that may remember what a person said of files like them. */
export class Device {
  readonly #remembered: RememberedPlans;
  readonly #engine: EngineClient;

  constructor(engine: Engine) {
    const kept = new Map<string, string>();
    this.#remembered = new RememberedPlans({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    });
    this.#engine = clientOf(engine);
  }

  /** Null where the page shows its questions. */
  async open(files: File[]): Promise<ExportSummary | null> {
    const opened = await openFiles(this.#opening(files));
    return 'summary' in opened ? opened.summary : null;
  }

  /** The same; where the page asks, what it proposes is accepted, and remembered for files like these. */
  async openAccepting(files: File[]): Promise<ExportSummary> {
    const opened = await openFiles(this.#opening(files));
    if ('summary' in opened) return opened.summary;
    if (opened.problems.length > 0) throw new Error(`there is more to say: ${JSON.stringify(opened.problems)}`);
    this.#remembered.keep(decisionsOf(opened.drafts));
    const summary = await this.open(files);
    if (!summary) throw new Error('what was accepted is asked about again');
    return summary;
  }

  #opening(files: File[]): Parameters<typeof openFiles>[0] {
    return {
      files,
      source: ownFiles(files, []),
      engine: this.#engine,
      remembered: this.#remembered,
      isAnythingRemembered: !this.#remembered.isEmpty,
      calendarFor: () => utcCalendar,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    };
  }
}

/** An engine of this thread, as the page has one of a worker. */
function clientOf(engine: Engine): EngineClient {
  const client: Pick<EngineClient, 'load' | 'inspect' | 'wantedColumns'> = {
    load: (files, { plans, calendar, asks }) => engine.load(files, () => undefined, plans, calendar, asks),
    inspect: (files) => engine.inspect(files),
    wantedColumns: () => engine.wantedColumns(),
  };
  return client as EngineClient;
}
