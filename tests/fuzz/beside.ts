import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Result } from './result.ts';

/** The result of a run in a process of its own. */
export function resultBeside(args: readonly string[]): Promise<Result> {
  const child = fork(fileURLToPath(new URL('fuzz.mjs', import.meta.url)), args);
  const result = new Promise<Result>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Result));
    child.once('error', reject);
    // One that its watch has ended sends nothing.
    child.once('exit', (code, signal) => reject(new Error(`${args.join(' ')} ended with ${signal ?? code}`)));
  });
  // It is waited for later.
  result.catch(() => undefined);
  return result;
}
