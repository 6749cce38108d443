import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { Batch, Decoder } from '../decode/decoder.ts';

/** A decoder in use by a load or an inspection. */
export interface DecoderInUse {
  decoder: Decoder;
  /** Rejects when the decoder died, with what it died of. */
  died: Promise<never>;
  /** Rejects when that is cancelled. */
  cancelled: Promise<never>;
}

/**
 * Batches decoded ahead of the one that is being inserted, the end of a file counting as one: a small export is decoded while DuckDB is
 * still starting.
 */
const batchesAhead = 5;

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
export async function askDecoder<T>(
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

/** What is to be read of an opened file. */
export interface ToRead {
  id: number;
  name: string;
  places: readonly number[];
}

/**
 * Reads opened files one after the other, from now on and a few batches ahead of the caller.
 *
 * @returns what answers the next batch in order, and null after the last of each file; it throws what `askDecoder` throws
 */
export function readAhead(inUse: DecoderInUse, files: readonly ToRead[]): () => Promise<Batch | null> {
  const batches = batchesOf(inUse, files);
  const ahead: Promise<IteratorResult<Batch | null>>[] = [];
  const fetchNext = (): void => {
    const next = batches.next();
    // Reported when its turn comes; until then it must not count as unhandled.
    next.catch(() => undefined);
    ahead.push(next);
  };
  for (let i = 0; i < batchesAhead; i++) fetchNext();
  return async () => {
    const { value } = await ahead.shift()!;
    fetchNext();
    return value ?? null;
  };
}

/** One call at a time: when the decoder dies, it is known of which file. */
async function* batchesOf(inUse: DecoderInUse, files: readonly ToRead[]): AsyncGenerator<Batch | null, null> {
  for (const { id, name, places } of files) {
    const next = (): Promise<Batch | null> => askDecoder(inUse, name, (decoder) => decoder.next(id));
    await askDecoder(inUse, name, (decoder) => decoder.beginReading(id, places));
    for (let batch = await next(); batch; batch = await next()) yield batch;
    await askDecoder(inUse, name, (decoder) => decoder.close(id));
    yield null;
  }
  return null;
}
