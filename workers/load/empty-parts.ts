import type { EngineFailure } from '../../src/contract/errors.ts';

/** How programs that write a table in parts call them: `part-00002-….csv`, `part-r-00002.gz`. */
const part = /(^|\/)part-([a-z]-)?\d+/i;

/** Of a table in parts, one to which no row fell may be an empty file. */
export interface EmptyPart {
  name: string;
  failure: EngineFailure;
}

/** Whether a file that cannot be read is an empty one with the name of a part. */
export function isEmptyPart({ name, failure }: EmptyPart): boolean {
  return failure.code === 'file-empty' && part.test(name);
}

/** Whether a file is a part of the same table, by its name. */
export function isBesidePart(name: string, { name: empty }: EmptyPart): boolean {
  return part.test(name) && tableOf(name) === tableOf(empty);
}

function tableOf(name: string): string {
  return name.replace(part, '$1part');
}
