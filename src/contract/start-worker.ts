/**
 * How every worker is started, those of the page and those of its workers: the one place that does.
 *
 * A policy in a page's meta element does not reach a worker that has an address of its own: where a host sends no headers, such a worker
 * may ask anybody for anything. A worker from a blob is held to the policy of whoever started it. So each is started from one that
 * only runs its script (`parts.ts`). In exchange the policy allows scripts from blobs: only code that runs already can make one, and a
 * name for it that markup could use is not to be guessed.
 */
import type { KnownCause } from './causes.ts';
import { makeWorker } from './parts.ts';
import { noRequests, watchRequests, type Requests } from './requests.ts';

/** A worker, and what is known of its life. */
export interface StartedWorker {
  worker: Worker;
  /** Rejects when the worker has died, with its error, or with one that says it ended silently. */
  died: Promise<never>;
  /** What it says of itself, once it has started. */
  proof: WorkerProof;
  end: () => void;
}

/** What a worker says of itself. Asking one that is over throws. */
export interface WorkerProof {
  /** Whether the browser holds it to the page's policy, found by trying. */
  isGuarded: () => Promise<boolean>;
  /** What it has asked for by network, as far as it has said: also once it is over. */
  requests: () => Requests;
  /** Has it ask for an address elsewhere; whether the browser refused. */
  attempt: () => Promise<boolean>;
}

/** What a worker says first, to whoever started it alone. */
interface FirstWord {
  /** The lock that it was told to hold. */
  alive: string;
  hasLock: boolean;
  /** Where it is asked what it says of itself. */
  trial: MessagePort;
}

/** How browsers begin what they say of an error that a worker did not catch. */
const asUncaught = /^(Uncaught )?(Error: )?/;

/**
 * Starts a worker.
 *
 * @param script its address
 * @param name for developers' tools
 */
export function startWorker(script: string, name: string): StartedWorker {
  // Not `randomUUID`, which browsers have only where they have locks.
  const lock = `loyalty-lens:${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const made = makeWorker(script, codeThatHolds(lock), name);
  const { worker } = made;
  const ended = new AbortController();
  let started: (trial: MessagePort) => void;
  const trial = new Promise<MessagePort>((resolve) => (started = resolve));
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      // Else it bubbles up to the page, which would take the worker's own starter for dead.
      event.preventDefault();
      reject(new Error(event.message.replace(asUncaught, '')));
    });
    worker.addEventListener('message', (event: MessageEvent<FirstWord | undefined>) => {
      if (event.data?.alive !== lock) return;
      // It is for nobody else.
      event.stopImmediatePropagation();
      made.started();
      started(event.data.trial);
      if (event.data.hasLock)
        void lockOfTheDead(lock, ended.signal).then(() => reject(new Error('ended' satisfies KnownCause)));
    });
  });
  died.catch(() => undefined);
  const end = (): void => {
    ended.abort();
    made.end();
  };
  const over = new Promise<never>((_, reject) => {
    ended.signal.addEventListener('abort', () => reject(new Error('ended' satisfies KnownCause)));
  });
  over.catch(() => undefined);
  let counts = noRequests;
  void trial.then((port) => {
    port.onmessage = ({ data }: MessageEvent<Requests>) => (counts = data);
  });
  const ask = (what: Tried): Promise<boolean> => Promise.race([trial.then((port) => askedAt(port, what)), died, over]);
  const proof: WorkerProof = {
    isGuarded: () => ask('isGuarded'),
    requests: () => counts,
    attempt: () => ask('attempt'),
  };
  return { worker, died, proof, end };
}

/** What a worker has to try before it can say it. */
export type Tried = Exclude<keyof WorkerProof, 'requests'>;

/** One question; each has a port of its own for its answer. */
function askedAt(trial: MessagePort, what: Tried): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => {
      port1.close();
      resolve(data);
    };
    trial.postMessage(what, [port2]);
  });
}

/**
 * A worker that is ended by its browser, to save memory or for a fault of its own, raises no error and answers nothing: but the lock that
 * it holds is free. Browsers have locks only where a page comes by https, or from this device, and some refuse them to a file.
 */
function lockOfTheDead(lock: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    navigator.locks.request(lock, { signal }, () => resolve()).catch(() => undefined);
  });
}

/**
 * The code of a worker that runs its script. Messages to the worker are held until the script listens. Whether it is guarded is tried only
 * when somebody asks: browsers note in their developer tools what they refuse.
 */
function codeThatHolds(lock: string): string {
  const name = JSON.stringify(lock);
  return `
const held = [];
const hold = (event) => held.push(event);
addEventListener('message', hold);
const { port1, port2 } = new MessageChannel();
const watch = (${watchRequests})((counts) => port1.postMessage(counts));
const isRefused = async (attempt) => { try { await attempt(); return false; } catch { return true; } };
const proof = {
  isGuarded: async () => await isRefused(() => fetch('data:,')) && await isRefused(() => (0, eval)('0')),
  attempt: watch.attempt,
};
port1.onmessage = async ({ data, ports }) => ports[0].postMessage(await proof[data]());
const live = (hasLock) => postMessage({ alive: ${name}, hasLock, trial: port2 }, [port2]);
run().then(() => {
  removeEventListener('message', hold);
  for (const { data, ports } of held) dispatchEvent(new MessageEvent('message', { data, ports }));
  if (!navigator.locks) return live(false);
  navigator.locks.request(${name}, () => { live(true); return new Promise(() => {}); }).catch(() => live(false));
}, (cause) => {
  throw /\\bimport/i.test(cause.message) ? new Error(${JSON.stringify('not-fetched' satisfies KnownCause)}) : cause;
}).catch(reportError);
`;
}
