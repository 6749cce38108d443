import type { EngineError, ErrorCode } from '../../contract/errors.ts';
import { canDoWithout, unreadableFile } from './left-out.ts';
import type { Source } from './source.ts';

/** Why something could not be opened. */
export interface OpeningFailure {
  error: EngineError;
  source: Source;
}

/** Failures behind which may be a column taken for another. */
const maybeMismatched: readonly ErrorCode[] = ['no-usable-rows', 'kind-absent', 'kind-twice'];

/** Whether it might be opened, were its columns matched by hand. */
export function isMaybeMismatched({ error, source }: OpeningFailure): boolean {
  return source.sample === null && maybeMismatched.includes(error.code);
}

/** The file that kept the export from being opened, where the others may do without it. */
export function dispensableFile({ error, source }: OpeningFailure): string | null {
  const file = unreadableFile(error);
  return file !== null && source.sample === null && canDoWithout(file, source.fileNames, source.leftOutByPerson)
    ? file
    : null;
}
