import { EngineError } from '../../src/contract/errors.ts';
import type { InputFile } from './input-file.ts';

/** A file of a Delta table's log, and the folder of the table before it. */
const inLog = /^(?:(.*)\/)?_delta_log\/([^/]+)$/;
const version = /^(\d{20})\.json$/;

/** What a line of the log does. */
interface Action {
  add?: { path: string; deletionVector?: object | null };
  remove?: { path: string };
}

/** Files of tables, without those of their logs. */
export interface CurrentParts {
  current: InputFile[];
  /** Names of parts that a log has replaced, or does not have yet. */
  replaced: string[];
}

/**
 * The parts that a Delta table consists of by the last version of its log: others are earlier states of the same rows.
 * See https://github.com/delta-io/delta/blob/master/PROTOCOL.md
 *
 * @throws EngineError `delta-unreadable` where the log does not begin with the table, so that only a checkpoint knows its parts, or rows of a
 *   part are deleted in a file of their own
 */
export async function currentParts(files: readonly InputFile[]): Promise<CurrentParts> {
  const logs = files.filter(({ name }) => inLog.test(name));
  const tables = new Set(logs.map(({ name }) => inLog.exec(name)![1] ?? ''));
  let current = files.filter((file) => !logs.includes(file));
  const replaced: string[] = [];
  for (const table of tables) {
    const parts = await partsOf(table, logs);
    const within = table === '' ? '' : `${table}/`;
    const isCurrent = ({ name }: InputFile): boolean =>
      !name.startsWith(within) || parts.has(name.slice(within.length));
    replaced.push(...current.filter((file) => !isCurrent(file)).map(({ name }) => name));
    current = current.filter(isCurrent);
  }
  return { current, replaced };
}

/** Paths of a table's parts, from its folder. */
async function partsOf(table: string, logs: readonly InputFile[]): Promise<ReadonlySet<string>> {
  const ofTable = logs.filter(({ name }) => (inLog.exec(name)![1] ?? '') === table);
  const versions = ofTable
    .filter(({ name }) => version.test(lastOf(name)))
    .toSorted((a, b) => (lastOf(a.name) < lastOf(b.name) ? -1 : 1));
  const unreadable = (why: 'checkpoint' | 'deletions'): EngineError =>
    new EngineError('delta-unreadable', { file: table === '' ? ofTable[0]!.name : table, why });
  const isWhole = versions.every(({ name }, index) => Number(version.exec(lastOf(name))![1]) === index);
  if (!isWhole || versions.length === 0) throw unreadable('checkpoint');
  const parts = new Set<string>();
  for (const { file, name } of versions) {
    for (const { add, remove } of actionsIn(await file.text(), name)) {
      if (remove) parts.delete(decodeURIComponent(remove.path));
      if (!add) continue;
      if (add.deletionVector) throw unreadable('deletions');
      parts.add(decodeURIComponent(add.path));
    }
  }
  return parts;
}

function actionsIn(text: string, file: string): Action[] {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Action);
  } catch (thrown) {
    throw new EngineError('file-damaged', { file, cause: 'contradiction' }, { cause: thrown });
  }
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
