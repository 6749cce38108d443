import type { EngineError, ErrorCode, ErrorDetails } from '../../contract/errors.ts';
import { canDoWithout, unreadableFile } from './left-out.ts';
import type { Source } from './source.ts';

/** Why something could not be opened. */
export interface OpeningFailure {
  error: EngineError;
  source: Source;
}

/** Failures behind which may be a column taken for another. */
const maybeMismatched: readonly ErrorCode[] = ['no-usable-rows', 'kind-absent', 'kind-twice'];

/** Whether it might be opened, were its columns matched by hand, or its table laid out. */
export function isMaybeMismatched({ error, source }: OpeningFailure): boolean {
  const { code, details } = error;
  const hasRows = code === 'header-missing' && (details as ErrorDetails['header-missing']).rows.length > 1;
  const isOneColumn = code === 'kind-unknown' && (details as ErrorDetails['kind-unknown']).columns.length === 1;
  return source.sample === null && (maybeMismatched.includes(code) || hasRows || isOneColumn);
}

/** The file that kept the export from being opened, where the others may do without it. */
export function dispensableFile({ error, source }: OpeningFailure): string | null {
  const file = unreadableFile(error);
  return file !== null && source.sample === null && canDoWithout(file, source.fileNames, source.leftOutByPerson)
    ? file
    : null;
}
