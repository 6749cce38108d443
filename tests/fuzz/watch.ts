import { Worker } from 'node:worker_threads';

/** The number of the copy that is being loaded, and since when, as a watching thread sees it. */
export interface Watch {
  copy(number: number): void;
  stop(): void;
}

/**
 * A copy that blocks this thread for ever (DuckDB runs in it, in Node) blocks its timers too: another thread watches, says which
 * copy it was and ends the process.
 */
export function watch(seconds: number): Watch {
  const shared = new BigInt64Array(new SharedArrayBuffer(16));
  const code = `
    const { workerData: { shared, seconds } } = require('node:worker_threads');
    setInterval(() => {
      const since = Number(Atomics.load(shared, 1));
      if (since === 0 || Date.now() - since < seconds * 1000) return;
      require('node:fs').writeSync(2, 'Copy ' + Atomics.load(shared, 0) + ' blocks the engine for more than ' + seconds + ' s.\\n');
      process.kill(process.pid, 'SIGKILL');
    }, 1000);`;
  const thread = new Worker(code, { eval: true, workerData: { shared, seconds } });
  thread.unref();
  return {
    copy: (number) => {
      Atomics.store(shared, 0, BigInt(number));
      Atomics.store(shared, 1, BigInt(Date.now()));
    },
    stop: () => void thread.terminate(),
  };
}
