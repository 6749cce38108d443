import type { FilePlan } from '../../contract/matching.ts';
import { isFilePlan } from '../../domain/file-plan.ts';
import type { DeviceStorage } from '../../platform/device-storage.ts';
import { KeptEntries } from './kept-entries.ts';

/** What was decided for files of one shape: how to read them, or to leave them out. */
export type Decision = FilePlan | 'left-out';

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

function planAlone({
  kind,
  columns,
  combined,
  dialect,
  types,
  states,
  amounts,
  signs,
  ids,
  layout,
}: FilePlan): FilePlan {
  const { dates, decimal, format } = dialect;
  return {
    kind,
    columns: { ...columns },
    ...(combined && { combined: combined.map(({ name, by, columns: parts }) => ({ name, by, columns: [...parts] })) }),
    dialect: { dates, decimal, ...(format !== undefined && { format }) },
    ...(types && { types: { ...types } }),
    ...(states && { states: { ...states } }),
    ...(amounts && { amounts }),
    ...(signs && { signs }),
    ...(ids && { ids }),
    ...(layout && { layout: { ...layout } }),
  };
}

function isEntry(entry: unknown): entry is [string, Decision] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === 'left-out' || isFilePlan(entry[1]));
}
