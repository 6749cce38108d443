import type { ErrorDetails } from '../contract/errors.ts';
import { EngineError } from '../contract/errors.ts';

type PagePart = ErrorDetails['page-part-missing']['part'];

/** How long the place that the page came from has to answer. */
const reachMs = 3_000;

/** Fetches what a part of the page needs when that is first shown. Throws `page-part-missing`; whoever shows the part may try again. */
export async function fetchPart<T>(part: PagePart, fetch: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await fetch();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new EngineError('page-part-missing', { part, isReachable: await isReachable() }, { cause });
  }
}

/** Asked in a way that neither the browser's memory nor the service worker answers. */
function isReachable(): Promise<boolean> {
  return fetch('./', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(reachMs) }).then(
    () => true,
    () => false,
  );
}
