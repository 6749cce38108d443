import { causeOf, EngineError } from '../../src/failure';
import type { Batch, Decoder } from './decoder';

/** A decoder in use by a load. */
export interface DecoderInUse {
  decoder: Decoder;
  /** Rejects when the decoder died, with what it died of. */
  died: Promise<never>;
  /** Rejects when the load is cancelled. */
  cancelled: Promise<never>;
}

/** Batches decoded ahead of the one that is being inserted. */
const batchesAhead = 2;

/** A decoder that says nothing for this long is not coming back: the slowest batch of honest files took a tenth of it. */
export const patienceSeconds = 30;

/** Unpacking an archive is one call, for all of it. */
export const unpackPatienceSeconds = 600;

/**
 * One call to the decoder, on behalf of `file`: damage in it may kill the decoder, or send it round in circles, instead of being
 * reported.
 *
 * @throws EngineError of the decoder; `file-damaged`, `file-too-slow`, `load-cancelled`.
 */
export async function decoded<T>(
  { decoder, died, cancelled }: DecoderInUse,
  file: string,
  ask: (decoder: Decoder) => Promise<T>,
  patience = patienceSeconds,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    const error = (): void => reject(new EngineError('file-too-slow', { file, seconds: patience }));
    timer = setTimeout(error, patience * 1000);
  });
  try {
    return await Promise.race([ask(decoder), died, cancelled, tooSlow]);
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    throw new EngineError('file-damaged', { file, cause: causeOf(thrown) }, { cause: thrown });
  } finally {
    clearTimeout(timer);
  }
}

/** The batches of an opened file in order, a few of them decoded ahead while the caller is busy with one. */
export async function* batchesOf(
  inUse: DecoderInUse,
  file: string,
  id: number,
  columns: readonly string[],
): AsyncGenerator<Batch> {
  await decoded(inUse, file, (decoder) => decoder.start(id, columns));
  const ahead: Promise<Batch | null>[] = [];
  const fetchNext = (): void => {
    const next = decoded(inUse, file, (decoder) => decoder.next(id));
    // Reported when its turn comes; until then it must not count as unhandled.
    next.catch(() => undefined);
    ahead.push(next);
  };
  for (let i = 0; i < batchesAhead; i++) fetchNext();
  for (let batch = await ahead.shift()!; batch; batch = await ahead.shift()!) {
    fetchNext();
    yield batch;
  }
  await Promise.all(ahead);
  await decoded(inUse, file, (decoder) => decoder.close(id));
}
