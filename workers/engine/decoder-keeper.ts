import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { Decoder } from '../decode/decoder.ts';
import { patienceSeconds, type DecoderInUse } from '../decode/decoder-calls.ts';
import { Cancellation } from '../load/cancellation.ts';

/** A decoder that can be ended: what it holds is gone with it, and so are its queued batches. */
export interface DecoderProcess {
  decoder: Decoder;
  /** Rejects when the decoder died, with what it died of. */
  died: Promise<never>;
  end: () => void;
}

/** What a caller has while the decoder is theirs. */
export interface DecoderTurn extends DecoderInUse {
  cancellation: Cancellation;
}

/** Keeps a decoder ready, and gives it to one caller at a time. */
export class DecoderKeeper {
  readonly #startProcess: () => DecoderProcess;
  #process: DecoderProcess | null = null;
  /** Those that have been ready once: to start takes as long as the network does, to say so again does not. */
  readonly #everReady = new WeakSet<DecoderProcess>();
  /** Of the caller who has it. */
  #turn: Cancellation | null = null;
  /** A cancelled caller is answered at once, and clears away what it left behind that. */
  #clearing: Promise<unknown> = Promise.resolve();

  constructor(start: () => DecoderProcess) {
    this.#startProcess = start;
  }

  get isBusy(): boolean {
    return this.#turn !== null;
  }

  start(): DecoderProcess {
    return (this.#process ??= this.#startProcess());
  }

  /** Another decoder in the place of one that failed. It starts while the message is being read. */
  renew(): DecoderProcess {
    this.#process?.end();
    this.#process = this.#startProcess();
    return this.#process;
  }

  /** Cancels what the caller who has the decoder is doing, where it still can be. */
  cancel(): void {
    this.#turn?.cancel();
  }

  /**
   * Gives the decoder to `work`. A failure ends the decoder, and whatever it had under way: batches would leak into the next load.
   *
   * @param onTurn called once it is the caller's turn, before the decoder is ready
   * @throws EngineError `load-in-progress` where somebody else has it; `load-cancelled`; `engine-start`; what `work` throws
   */
  async use<T>(work: (turn: DecoderTurn) => Promise<T>, onTurn?: () => void): Promise<T> {
    if (this.#turn) throw new EngineError('load-in-progress', {});
    const cancellation = (this.#turn = new Cancellation());
    const { cancelled } = cancellation;
    try {
      onTurn?.();
      await Promise.race([this.#clearing, cancelled]);
      const { decoder, died } = await Promise.race([this.#ready(), cancelled]);
      const working = work({ decoder, died, cancelled, cancellation });
      this.#clearing = working.catch(() => undefined);
      return await Promise.race([working, cancelled]);
    } catch (thrown) {
      this.renew();
      throw thrown;
    } finally {
      this.#turn = null;
    }
  }

  /** The decoder once it is ready: another, where it died or fell silent while nobody needed it, which is no fault of the next file. */
  async #ready(): Promise<DecoderProcess> {
    const known = this.start();
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
  throw new EngineError('engine-start', { cause: causeOf(thrown) }, { cause: thrown });
}
