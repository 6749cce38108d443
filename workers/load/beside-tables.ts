import type { LeftOutReason } from '../../src/contract/left-out.ts';
import type { EngineFailure } from '../../src/contract/errors.ts';

/** How programs that write a table in parts call them: `part-00002-….csv`, `part-r-00002.gz`. */
const part = /(^|\/)part-([a-z]-)?\d+/i;

/** Endings that say nothing: what has one may be a table, or a note about one. */
const undecided = /(^|\/)[^./]+$|\.(txt|text|dat|log)$/i;

/** A file that cannot be read. */
export interface Unread {
  name: string;
  failure: EngineFailure;
}

/**
 * Why a file that cannot be read need not be, beside others that are tables: it is an empty part of one of them, or a text that is no table.
 * Null where it has to be said.
 *
 * @param tables names of the files that are
 */
export function leftOutBeside({ name, failure }: Unread, tables: readonly string[]): LeftOutReason | null {
  if (failure.code === 'file-empty' && part.test(name))
    return tables.some((table) => part.test(table) && tableOf(table) === tableOf(name)) ? 'empty-part' : null;
  const isNoTable = failure.code === 'format-unknown' || failure.code === 'header-missing';
  return isNoTable && undecided.test(name) && tables.length > 0 ? 'no-table' : null;
}

/** Whether a text without an ending that says what it is has the one column of prose. */
export function isProse(name: string, columns: number): boolean {
  return columns <= 1 && undecided.test(name);
}

function tableOf(name: string): string {
  return name.replace(part, '$1part');
}
