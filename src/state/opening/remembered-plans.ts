import type { FileKind } from '../../contract/files.ts';
import type { CombinedColumn, FilePlan, TextDialect } from '../../contract/matching.ts';
import type { DeviceStorage } from '../../platform/device-storage.ts';
import { isRecord, KeptEntries } from './kept-entries.ts';

/** What was decided for files of one shape: how to read them, or to leave them out. */
export type Decision = FilePlan | 'left-out';

const kinds: readonly FileKind[] = ['cards', 'transactions', 'stores'];
const dates: readonly TextDialect['dates'][] = ['iso', 'day-first', 'month-first'];
const ways: readonly CombinedColumn['by'][] = ['date-time', 'year-month', 'difference', 'product', 'words'];
const decimals: readonly TextDialect['decimal'][] = ['.', ',', null];

/**
 * How files of which columns are to be read, as decided once and kept on this device: names of columns, words for
 * types of transactions, and choices; never another value of a file. A device that keeps nothing (private windows, blocked storage) only asks again.
 */
export class RememberedPlans {
  readonly #kept: KeptEntries<Decision>;

  constructor(storage?: DeviceStorage | null) {
    this.#kept = new KeptEntries(
      { key: 'loyalty-lens.plans', list: 'plans', version: 2, isEntry, from: fromEarlier },
      storage,
    );
  }

  /** What was decided for files of a shape, null when nothing was. */
  get(shape: string): Decision | null {
    return this.#kept.read().get(shape) ?? null;
  }

  get isEmpty(): boolean {
    return this.#kept.read().size === 0;
  }

  /** Keeps decisions by shape; the latest of a shape counts. */
  keep(decisions: Iterable<readonly [shape: string, decision: Decision]>): void {
    this.#kept.keep(
      [...decisions].map(([shape, decision]) => [shape, decision === 'left-out' ? decision : planAlone(decision)]),
    );
  }

  /** Forgets the decisions for some shapes. */
  forget(shapes: Iterable<string>): void {
    this.#kept.forget(shapes);
  }
}

function fromEarlier(version: unknown, entries: [string, Decision][]): [string, Decision][] | null {
  return version === 1 ? entries.map(fromVersion1) : null;
}

/** The first version wrote the point down wherever nobody had said anything of decimals. */
function fromVersion1([shape, decision]: [string, Decision]): [string, Decision] {
  if (decision === 'left-out' || decision.dialect.decimal === ',') return [shape, decision];
  return [shape, { ...decision, dialect: { ...decision.dialect, decimal: null } }];
}

function planAlone({ kind, columns, combined, dialect, types, amounts, ids }: FilePlan): FilePlan {
  const { dates, decimal } = dialect;
  return {
    kind,
    columns: { ...columns },
    ...(combined && { combined: combined.map(({ name, by, columns: parts }) => ({ name, by, columns: [...parts] })) }),
    dialect: { dates, decimal },
    ...(types && { types: { ...types } }),
    ...(amounts && { amounts }),
    ...(ids && { ids }),
  };
}

function isEntry(entry: unknown): entry is [string, Decision] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === 'left-out' || isPlan(entry[1]));
}

function isPlan(value: unknown): value is FilePlan {
  if (!isRecord(value) || !isRecord(value.columns) || !isRecord(value.dialect)) return false;
  const { types = {}, amounts = 'cents', combined = [], ids = 'written' } = value;
  return (
    kinds.some((kind) => kind === value.kind) &&
    isRecord(types) &&
    (ids === 'written' || ids === 'alike') &&
    Array.isArray(combined) &&
    combined.every(isCombined) &&
    [...Object.values(value.columns), ...Object.values(types)].every((name) => typeof name === 'string') &&
    (amounts === 'cents' || amounts === 'units') &&
    dates.some((order) => order === (value.dialect as Partial<TextDialect>).dates) &&
    decimals.some((sign) => sign === (value.dialect as Partial<TextDialect>).decimal)
  );
}

function isCombined(value: unknown): value is CombinedColumn {
  if (!isRecord(value) || typeof value.name !== 'string' || !Array.isArray(value.columns)) return false;
  const { by, columns } = value as { by?: unknown; columns: unknown[] };
  return ways.some((way) => way === by) && columns.every((name) => typeof name === 'string');
}
