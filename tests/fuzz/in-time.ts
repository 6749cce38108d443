import type { Engine } from '../../src/contract/engine.ts';

/** How long a call about one damaged copy may take. */
export const boundSeconds = 20;

/** What becomes of a call to the engine; one that takes too long is cancelled. */
export async function inTime<T extends object>(
  engine: Engine,
  call: Promise<T>,
): Promise<T | { thrown: unknown } | 'hang'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<'hang'>((resolve) => (timer = setTimeout(() => resolve('hang'), boundSeconds * 1000)));
  const settled = call.catch((thrown: unknown) => ({ thrown }));
  const outcome = await Promise.race([settled, tooLong]);
  clearTimeout(timer);
  if (outcome === 'hang') {
    await engine.cancelLoad();
    await settled;
  }
  return outcome;
}
