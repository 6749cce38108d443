import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { Encoder } from '../encode/encoder.ts';

/** An encoder that can be ended: what it has written is gone with it. */
export interface EncoderProcess {
  encoder: Encoder;
  /** Rejects when the encoder died, with what it died of. */
  died: Promise<never>;
  end: () => void;
}

/** Saves one thing at a time, with an encoder that lives no longer. */
export class Saving {
  readonly #start: () => EncoderProcess;
  #end: ((reason: EngineError) => void) | null = null;

  constructor(start: () => EncoderProcess) {
    this.#start = start;
  }

  /**
   * Gives an encoder to `work`; each of its calls fails once saving is ended.
   *
   * @throws EngineError what it is ended with; `saving-failed`; what `work` throws
   */
  async run<T>(work: (encoder: Encoder) => Promise<T>): Promise<T> {
    this.end(new EngineError('saving-cancelled', {}));
    const { encoder, died, end } = this.#start();
    const ended = new Promise<never>((_, reject) => (this.#end = reject));
    const own = this.#end;
    ended.catch(() => undefined);
    const alive = <R>(call: Promise<R>): Promise<R> => Promise.race([call, died, ended]);
    try {
      await alive(encoder.ready());
      return await work({
        ready: () => Promise.resolve(),
        begin: (name) => alive(encoder.begin(name)),
        add: (ipc) => alive(encoder.add(ipc)),
        end: () => alive(encoder.end()),
        finish: () => alive(encoder.finish()),
      });
    } catch (thrown) {
      if (thrown instanceof EngineError) throw thrown;
      throw new EngineError('saving-failed', { cause: causeOf(thrown) }, { cause: thrown });
    } finally {
      if (this.#end === own) this.#end = null;
      end();
    }
  }

  /** Ends what is being saved, if anything is. */
  end(reason: EngineError): void {
    this.#end?.(reason);
    this.#end = null;
  }
}
