import { leftOutAs, type LeftOut, type LeftOutReason } from '../../src/contract/left-out.ts';
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
const isProse = ({ name, columns }: Read): boolean => columns.length <= 1 && undecided.test(name);

/** A file that can be read. */
interface Read {
  name: string;
  columns: readonly unknown[];
}

/** Files that were opened, or could not be, as far as they matter beside each other. */
interface Sorted<R, U> {
  /** All that could be read, where none of them is a table. */
  tables: R[];
  /** Those that could not, and have to be said. */
  refused: U[];
  leftOut: LeftOut[];
}

/**
 * Tells tables from what lies beside them.
 *
 * @param isWanted whether a file is read whatever it looks like, as a plan says
 */
export function sortedBeside<R extends Read, U extends Unread>(
  read: readonly R[],
  unread: readonly U[],
  isWanted: (name: string) => boolean = () => false,
): Sorted<R, U> {
  const plain = read.filter((file) => !isProse(file));
  const names = plain.map(({ name }) => name);
  const tables = read.filter((file) => plain.length === 0 || !isProse(file) || isWanted(file.name));
  const whys = new Map(unread.map((file) => [file, isWanted(file.name) ? null : leftOutBeside(file, names)]));
  return {
    tables,
    refused: unread.filter((file) => whys.get(file) === null),
    leftOut: [
      ...unread.flatMap((file) => {
        const why = whys.get(file) ?? null;
        return why === null ? [] : [{ name: file.name, why }];
      }),
      ...leftOutAs(
        'no-table',
        read.filter((file) => !tables.includes(file)).map(({ name }) => name),
      ),
    ],
  };
}

function tableOf(name: string): string {
  return name.replace(part, '$1part');
}
