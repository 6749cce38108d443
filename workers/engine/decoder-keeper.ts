import { EngineError, settledByPerson } from '../../src/contract/errors.ts';
import type { DecoderInUse } from '../load/decoder-calls.ts';
import { Cancellation } from '../load/cancellation.ts';
import { DecoderProcesses, type DecoderProcess } from './decoder-process.ts';

/** What a caller has while the decoder is theirs. */
export interface DecoderTurn extends DecoderInUse {
  cancellation: Cancellation;
}

/** Keeps a decoder ready, and gives it to one caller at a time, whose work can be cancelled. */
export class DecoderKeeper {
  readonly #processes: DecoderProcesses;
  /** That of the caller who has the decoder. */
  #turn: Cancellation | null = null;
  /** A cancelled caller gets its answer at once. Its clean-up goes on, and this promise waits for it. */
  #clearing: Promise<unknown> = Promise.resolve();

  constructor(start: () => DecoderProcess) {
    this.#processes = new DecoderProcesses(start);
  }

  get isBusy(): boolean {
    return this.#turn !== null;
  }

  /** Starts the decoder, so that it is ready when somebody needs it. */
  start(): DecoderProcess {
    return this.#processes.current();
  }

  /** Another decoder in the place of one that failed. */
  renew(): DecoderProcess {
    return this.#processes.renew();
  }

  /** Cancels what the caller who has the decoder is doing, where it still can be. */
  cancel(): void {
    this.#turn?.cancel();
  }

  /**
   * Gives the decoder to `work`. A failure ends the decoder, and whatever it had under way: batches would leak into the next load. A
   * question to the person is none: its files are let go of, and the same are looked at by the same decoder next.
   *
   * @param onTurn called once it is the caller's turn, before the decoder is ready
   * @throws EngineError `load-in-progress` where somebody else has it; `load-cancelled`; `engine-start`; what `work` throws
   */
  async use<T>(work: (turn: DecoderTurn) => Promise<T>, onTurn?: () => void): Promise<T> {
    if (this.#turn) throw new EngineError('load-in-progress', {});
    const cancellation = (this.#turn = new Cancellation());
    const { cancelled } = cancellation;
    let using: DecoderProcess | null = null;
    try {
      onTurn?.();
      await Promise.race([this.#clearing, cancelled]);
      using = await Promise.race([this.#processes.ready(), cancelled]);
      const working = work({ decoder: using.decoder, died: using.died, cancelled, cancellation });
      this.#clearing = working.catch(() => undefined);
      return await Promise.race([working, cancelled]);
    } catch (thrown) {
      // What comes next waits for this, in the order of calls; a decoder that cannot is found out when it is needed (`ready`).
      if (using && isQuestion(thrown)) using.decoder.closeAll().catch(() => undefined);
      else this.#processes.renew();
      throw thrown;
    } finally {
      this.#turn = null;
    }
  }
}

function isQuestion(thrown: unknown): boolean {
  return thrown instanceof EngineError && settledByPerson.includes(thrown.code);
}
