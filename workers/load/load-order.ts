import type { LeftOut } from '../../src/contract/left-out.ts';
import type { FileKind } from '../../src/contract/files.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { requiredKinds } from '../../src/domain/export-format.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import type { OpenedInput } from './open.ts';

/** An opened file of which it is known what it is and how to read it. */
export interface RecognisedInput extends OpenedInput {
  recognised: RecognisedFile;
}

/** Cards before transactions: a transaction may take its merchant from its card. */
const loadOrder: readonly FileKind[] = ['stores', 'cards', 'transactions', 'orders'];

/**
 * Refuses files without which there is no export.
 *
 * @param leftOut files that are not read, for the message
 * @throws EngineError `kind-absent`
 */
export function checkKinds(inputs: readonly RecognisedInput[], leftOut: LeftOut[]): void {
  for (const kind of requiredKinds) {
    if (inputs.some(({ recognised }) => recognised.kind === kind)) continue;
    throw new EngineError('kind-absent', { kind, files: inputs.map(({ name }) => name), leftOut });
  }
}

/** The files in the order in which they are loaded. */
export function inLoadOrder(inputs: readonly RecognisedInput[]): RecognisedInput[] {
  return inputs.toSorted((a, b) => loadOrder.indexOf(a.recognised.kind) - loadOrder.indexOf(b.recognised.kind));
}
