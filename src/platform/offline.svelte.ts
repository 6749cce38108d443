/** How long the page has to itself before it is kept for use without a network: the first look must not wait for that. */
const headStartMs = 4_000;

/** How long a worker has to say whether it keeps the page; those of the first releases never do. */
const answerMs = 5_000;

/** When it is looked again whether a worker that waits may take charge. */
const firstLaterMs = 1_000;
const longestLaterMs = 60_000;

/** Whether everything that the page may still need is on the device. `keeping`: not yet; `one-file`: it is, since the page is a file. */
export type Kept = 'keeping' | 'kept' | 'not-kept' | 'one-file';

/** Keeps the page on this device for use without a network (`workers/offline.worker.ts`), and knows whether it is. */
class Offline {
  kept: Kept = $state('keeping');
  #registration: ServiceWorkerRegistration | null = null;
  /** Whether the host may still be asked for a newer worker. */
  #mayUpdate = true;
  #later: ReturnType<typeof setTimeout> | undefined;
  #laterMs = firstLaterMs;
  #isLooking = false;
  /** Whether something has changed since the look under way began. */
  #mustLookAgain = false;

  /**
   * Called once. Only builds have the worker, and not every browser takes it: without it the page needs its network.
   *
   * @param firstNeeded ends when what the page needs first is here. Fetching the same file twice at a time would be slower, and the
   *   memory of a private window refuses large ones that two are waiting for; and a worker that answers for files is no worker that
   *   another can replace.
   */
  async start(firstNeeded: Promise<unknown>): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
      this.kept = 'not-kept';
      return;
    }
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('controllerchange', () => this.#look());
    // Meanwhile a page of an earlier build, whose worker had to stay for it, may have been closed.
    document.addEventListener('visibilitychange', () => this.#look());
    addEventListener('online', () => {
      this.#mayUpdate = true;
      void this.#register();
    });
    await firstNeeded;
    if (!serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, headStartMs));
    await this.#register();
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
    if (await keeps(registration.waiting)) {
      this.kept = 'keeping';
      return this.#lookLater();
    }
    const { active } = registration;
    if (await keeps(active)) this.kept = active === navigator.serviceWorker.controller ? 'kept' : 'keeping';
    else if (!this.#mayUpdate) this.kept = 'not-kept';
    else {
      // The page is newer than the workers that are here. Once: a release that cannot be kept would be fetched again and again.
      this.#mayUpdate = false;
      this.#mustLookAgain = true;
      await registration.update().catch(() => undefined);
    }
  }
}

export const offline = new Offline();

/** Whether a worker keeps every file of the build that this page is of. */
function keeps(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((resolve) => {
    if (!worker) return resolve(false);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), answerMs);
    worker.postMessage(document.querySelector<HTMLMetaElement>('meta[name=build]')?.content, [port2]);
  });
}
