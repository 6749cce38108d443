import { createFormat } from '../../src/text/format.ts';
import { messages as make } from '../../src/text/en/index.ts';

/** As a reader in Britain has them, on every machine. */
export const format = createFormat(['en-GB']);
export const messages = make(format);
