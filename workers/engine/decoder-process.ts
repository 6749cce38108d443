import { engineDied } from '../../src/contract/errors.ts';
import type { Decoder } from '../decode/decoder.ts';
import { patienceSeconds } from '../load/decoder-calls.ts';

/** A decoder that can be ended: what it holds is gone with it, and so are its queued batches. */
export interface DecoderProcess {
  decoder: Decoder;
  /** Rejects when the decoder died, with what it died of. */
  died: Promise<never>;
  end: () => void;
}

/** The life of decoders: one is started before it is needed, and another in its place when it has failed. */
export class DecoderProcesses {
  readonly #start: () => DecoderProcess;
  #current: DecoderProcess | null = null;
  /** Processes that were ready before. The first start may wait for the network; a later check must be quick. */
  readonly #everReady = new WeakSet<DecoderProcess>();

  constructor(start: () => DecoderProcess) {
    this.#start = start;
  }

  /** The current decoder, which may be starting still. */
  current(): DecoderProcess {
    return (this.#current ??= this.#start());
  }

  /** Another decoder in the place of one that failed. It starts while the message is being read. */
  renew(): DecoderProcess {
    this.#current?.end();
    this.#current = this.#start();
    return this.#current;
  }

  /**
   * Returns a decoder that is ready. If the old one died or fell silent while idle, a new one is started: the next file is not to blame.
   *
   * @throws EngineError `engine-start`
   */
  async ready(): Promise<DecoderProcess> {
    const known = this.current();
    const isReady = await becomesReady(known, this.#everReady.has(known) ? patienceSeconds : null);
    const ready = isReady ? known : this.renew();
    if (!isReady) await Promise.race([ready.decoder.ready(), ready.died]).catch(asNotStarted);
    this.#everReady.add(ready);
    return ready;
  }
}

/** Whether a decoder gets ready, and not too late where it has to be in time. */
async function becomesReady({ decoder, died }: DecoderProcess, seconds: number | null): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inTime = new Promise<boolean>((resolve) => {
    if (seconds !== null) timer = setTimeout(() => resolve(false), seconds * 1000);
  });
  const ready = Promise.race([decoder.ready(), died]).then(
    () => true,
    () => false,
  );
  return Promise.race([ready, inTime]).finally(() => clearTimeout(timer));
}

function asNotStarted(thrown: unknown): never {
  throw engineDied('engine-start', thrown);
}
