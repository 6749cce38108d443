import type { KeeperAnswer, KeeperSign, ToKeeper } from '../contract/kept-builds.ts';

/**
 * How long the page has to itself before it is kept for use without a network, which has all processors of a small device at work for
 * seconds: neither the first look nor a load must wait for that. It is looked so often whether the engine has nothing to do.
 */
const headStartMs = 4_000;

/** How long a worker has to say whether it keeps the page, or that it is still at it; those of the first releases never do. */
const answerMs = 5_000;

/** When it is looked again whether a worker that waits may take charge. */
const firstLaterMs = 1_000;
const longestLaterMs = 60_000;

/** How long the host is not asked again for a newer build: browsers themselves ask at each visit, and a page may be open for days. */
const askAgainMs = 3_600_000;

/** How long a worker has to take charge before the page is loaded anew without that. */
const takeChargeMs = 2_000;

/** Whether everything that the page may still need is on the device. `keeping`: not yet; `one-file`: it is, since the page is a file. */
export type Kept = 'keeping' | 'kept' | 'not-kept' | 'one-file';

/** Keeps the page on this device for use without a network (`workers/offline.worker.ts`), and knows whether it is. */
class Offline {
  kept: Kept = $state('keeping');
  /** The worker that keeps a newer build than the page is of, and waits until the page is gone. */
  newer: ServiceWorker | null = $state.raw(null);
  #registration: ServiceWorkerRegistration | null = null;
  /** Whether the page has had its head start. */
  #hasBegun = false;
  /** Whether the host may still be asked for a newer worker. */
  #mayUpdate = true;
  #later: ReturnType<typeof setTimeout> | undefined;
  #laterMs = firstLaterMs;
  /** When the host was last asked for a newer worker, as it is when the page is loaded. */
  #askedMs = Date.now();
  #isLooking = false;
  /** Whether something has changed since the look under way began. */
  #mustLookAgain = false;

  /**
   * Called once. Only builds have the worker, and not every browser takes it: without it the page needs its network.
   *
   * @param firstNeeded ends when what the page needs first is here. Fetching the same file twice at a time would be slower, and the
   *   memory of a private window refuses large ones that two are waiting for; and a worker that answers for files is no worker that
   *   another can replace.
   * @param isBusy whether the page has its engine at work
   */
  async start(firstNeeded: Promise<unknown>, isBusy: () => boolean): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
      this.kept = 'not-kept';
      return;
    }
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('controllerchange', () => this.#look());
    // Meanwhile a page of an earlier build, whose worker had to stay for it, may have been closed.
    document.addEventListener('visibilitychange', () => {
      void this.#look();
      this.#askHost();
    });
    addEventListener('online', () => {
      this.#mayUpdate = true;
      if (this.#hasBegun) void this.#register();
    });
    await firstNeeded;
    if (!serviceWorker.controller)
      do await new Promise((resolve) => setTimeout(resolve, headStartMs));
      while (isBusy());
    this.#hasBegun = true;
    await this.#register();
  }

  /**
   * Loads the page anew as the newer build, which loses what is open. The worker of that takes charge before, where no other page is open:
   * then it is the newer build without a network, too.
   */
  async reload(): Promise<void> {
    const { newer } = this;
    // What changes now is of no matter to this page any more.
    this.#registration = null;
    if (newer && (await ask(newer, 'take-charge' satisfies ToKeeper)) === true) await isInCharge(newer);
    location.reload();
  }

  /** Looks for a newer build, when the page is looked at after a while. The host learns no more from it than from a visit. */
  #askHost(): void {
    const now = Date.now();
    if (document.visibilityState !== 'visible' || now - this.#askedMs < askAgainMs) return;
    this.#askedMs = now;
    this.#registration?.update().catch(() => undefined);
  }

  /** Nothing says that a page of an earlier build is gone, which a waiting worker waits for: at first often, then ever less. */
  #lookLater(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#look(), this.#laterMs);
    this.#laterMs = Math.min(2 * this.#laterMs, longestLaterMs);
  }

  async #register(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker.register(new URL('offline.js', document.baseURI));
      const watch = () => registration.installing?.addEventListener('statechange', () => this.#look());
      watch();
      registration.onupdatefound = watch;
      this.#registration = registration;
      await this.#look();
    } catch {
      // Private windows may refuse.
      this.kept = 'not-kept';
    }
  }

  /** One look at a time: each asks workers, and what they do meanwhile is not to be disturbed. */
  async #look(): Promise<void> {
    this.#mustLookAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#mustLookAgain) {
      this.#mustLookAgain = false;
      await this.#lookOnce();
    }
    this.#isLooking = false;
  }

  /**
   * The worker in charge may be of an earlier build than the page, and there is none where the page was loaded past it. One that keeps
   * this build takes charge when it is asked, if it can; that is looked at again (`controllerchange`).
   *
   * The worker in charge is asked last, and not at all where another is to take its place: Chromium lets that happen only once the first
   * has nothing to do, and may never find that it has, when a message reaches it at that moment.
   */
  async #lookOnce(): Promise<void> {
    const registration = this.#registration;
    // One that is being installed changes nothing until it is (`statechange`).
    if (!registration || registration.installing?.state === 'installing') return;
    const { waiting } = registration;
    const waits = await askWhetherKept(waiting);
    if (waits === 'kept') {
      this.newer = null;
      this.kept = 'keeping';
      return this.#lookLater();
    }
    const { active } = registration;
    const said = await askWhetherKept(active, () => (this.kept = 'keeping'));
    const isKept = said === 'kept';
    // What waits came after what is active: where the page is of neither, nothing says which of them is newer.
    this.newer = isKept && waits === 'other-build' ? waiting : null;
    if (isKept) this.kept = active === navigator.serviceWorker.controller ? 'kept' : 'keeping';
    else if (!this.#mayUpdate) {
      this.kept = 'not-kept';
      // A device that is busy may have kept it from answering in time.
      if (said === 'no-answer') this.#lookLater();
    } else {
      // The page is newer than the workers that are here. Once: a release that cannot be kept would be fetched again and again.
      this.#mayUpdate = false;
      this.#mustLookAgain = true;
      await registration.update().catch(() => undefined);
    }
  }
}

export const offline = new Offline();

/** Asks a worker, where there is one, whether it keeps every file of the build that this page is of. */
async function askWhetherKept(worker: ServiceWorker | null, onSign?: () => void): Promise<KeeperAnswer | 'no-answer'> {
  if (!worker) return 'not-kept';
  const build = document.querySelector<HTMLMetaElement>('meta[name=build]')?.content;
  const said = await ask(worker, build, onSign);
  if (said === null) return 'no-answer';
  // Those of earlier releases say something else of other builds.
  return said === 'kept' || said === 'other-build' ? said : 'not-kept';
}

/** Asks a worker something; null when it does not answer, nor gives a sign that it is still at it. */
function ask(worker: ServiceWorker, question: unknown, onSign?: () => void): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const giveUpLater = () => setTimeout(() => resolve(null), answerMs);
    let givingUp = giveUpLater();
    port1.onmessage = ({ data }) => {
      clearTimeout(givingUp);
      if (data !== ('keeping' satisfies KeeperSign)) return resolve(data);
      givingUp = giveUpLater();
      onSign?.();
    };
    worker.postMessage(question, [port2]);
  });
}

/** Resolves when a worker that waited answers for the pages of its folder, or does not within a while. */
function isInCharge(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.state !== 'installed') return resolve();
    worker.addEventListener('statechange', () => resolve(), { once: true });
    setTimeout(resolve, takeChargeMs);
  });
}
