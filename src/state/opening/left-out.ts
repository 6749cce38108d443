import type { ErrorCode } from '../../contract/errors.ts';
import type { FilePlans } from '../../contract/matching.ts';
import type { EngineError } from '../../contract/errors.ts';

/** Failures of one file, that might be none of the export's, or can be done without. */
const ofOneFile: readonly ErrorCode[] = [
  'file-empty',
  'file-damaged',
  'file-too-slow',
  'file-unreadable',
  'file-encrypted',
  'format-unknown',
  'header-missing',
  'archive-too-large',
  'archive-empty',
  'rows-lost',
  'no-usable-rows',
];

/** The name of the file that cannot be read; null for failures of another kind. */
export function unreadableFile({ code, details }: EngineError): string | null {
  return ofOneFile.includes(code) && 'file' in details ? details.file : null;
}

/** Whether anything is left to open of files without one of them, which may be in an archive. */
export function canDoWithout(file: string, names: readonly string[], leftOut: readonly string[]): boolean {
  return names.some((name) => name !== file && !leftOut.includes(name)) || !names.includes(file);
}

/** Plans that leave files out. */
export function plansWithout(leftOut: readonly string[]): FilePlans {
  return new Map(leftOut.map((name) => [name, null]));
}
