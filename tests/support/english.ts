import type { ErrorCode, ErrorDetails } from '../../src/contract/errors.ts';
import { describeFailure, type ErrorWords } from '../../src/text/errors.ts';
import { createFormat } from '../../src/text/format.ts';
import { messages as make } from '../../src/text/en/index.ts';
import { laterMessages } from '../../src/text/en/later.ts';

/** As a reader in Britain has them, on every machine. */
export const format = createFormat(['en-GB']);
export const messages = { ...make(format), ...laterMessages(format) };

/** What is said of a failure. */
export const failureText = <C extends ErrorCode>(code: C, details: ErrorDetails[C]): ErrorWords =>
  describeFailure({ code, details }, messages);
