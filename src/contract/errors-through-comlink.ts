import { transferHandlers } from 'comlink';
import { EngineError, toEngineError, type EngineFailure } from './errors.ts';

interface Thrown {
  value: unknown;
}

/** Comlink passes only an error's name and message; with this, on both sides, code and details pass as well. */
export function passFailuresThroughComlink(): void {
  const plain = transferHandlers.get('throw')!;
  transferHandlers.set('throw', {
    canHandle: (value): value is Thrown => plain.canHandle(value),
    serialize: (thrown) => {
      const { code, details } = toEngineError((thrown as Thrown).value);
      return [{ code, details }, []];
    },
    deserialize: (failure) => {
      const { code, details } = failure as EngineFailure;
      throw new EngineError(code, details);
    },
  });
}
