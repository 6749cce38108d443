import type { FileKind } from '../../contract/files.ts';
import type { FilePlan, TextDialect } from '../../contract/matching.ts';
import { storageOfDevice, type DeviceStorage } from '../../platform/device-storage.ts';

/** What was decided for files of one shape: how to read them, or to leave them out. */
export type Decision = FilePlan | 'left-out';

const key = 'loyalty-lens.plans';
const version = 2;
/** More shapes than anyone has; beyond them the one that was decided longest ago goes. */
const most = 60;
/** A shape or a plan longer than this is of a file that nobody matches by hand. */
const longest = 20_000;

const kinds: readonly FileKind[] = ['cards', 'transactions', 'stores'];
const dates: readonly TextDialect['dates'][] = ['iso', 'day-first', 'month-first'];
const decimals: readonly TextDialect['decimal'][] = ['.', ',', null];

/**
 * How files of which columns are to be read, as decided once and kept on this device: names of columns, words for
 * types of transactions, and choices; never another value of a file. A device that keeps nothing (private windows, blocked storage) only asks again.
 */
export class RememberedPlans {
  readonly #storage: DeviceStorage | null;

  constructor(storage: DeviceStorage | null = storageOfDevice()) {
    this.#storage = storage;
  }

  /** What was decided for files of a shape, null when nothing was. */
  get(shape: string): Decision | null {
    return this.#read().get(shape) ?? null;
  }

  get isEmpty(): boolean {
    return this.#read().size === 0;
  }

  /** Keeps decisions by shape; the latest of a shape counts. */
  keep(decisions: Iterable<readonly [shape: string, decision: Decision]>): void {
    const kept = this.#read();
    for (const [shape, decision] of decisions) {
      if (shape.length + JSON.stringify(decision).length > longest) continue;
      kept.delete(shape);
      kept.set(shape, decision === 'left-out' ? decision : planAlone(decision));
    }
    this.#write([...kept].slice(-most));
  }

  /** Forgets the decisions for some shapes. */
  forget(shapes: Iterable<string>): void {
    const kept = this.#read();
    for (const shape of shapes) kept.delete(shape);
    this.#write([...kept]);
  }

  #read(): Map<string, Decision> {
    try {
      const stored: unknown = JSON.parse(this.#storage?.getItem(key) ?? 'null');
      if (!isRecord(stored) || !Array.isArray(stored.plans)) return new Map();
      if (stored.version === 1) return new Map(stored.plans.filter(isEntry).map(fromVersion1));
      return stored.version === version ? new Map(stored.plans.filter(isEntry)) : new Map();
    } catch {
      return new Map();
    }
  }

  #write(plans: [string, Decision][]): void {
    try {
      if (plans.length === 0) this.#storage?.removeItem(key);
      else this.#storage?.setItem(key, JSON.stringify({ version, plans }));
    } catch {
      // Full or forbidden: the screen is shown again next time.
    }
  }
}

/** The first version wrote the point down wherever nobody had said anything of decimals. */
function fromVersion1([shape, decision]: [string, Decision]): [string, Decision] {
  if (decision === 'left-out' || decision.dialect.decimal === ',') return [shape, decision];
  return [shape, { ...decision, dialect: { ...decision.dialect, decimal: null } }];
}

function planAlone({ kind, columns, dialect, types, amounts }: FilePlan): FilePlan {
  const { dates, decimal } = dialect;
  return {
    kind,
    columns: { ...columns },
    dialect: { dates, decimal },
    ...(types && { types: { ...types } }),
    ...(amounts && { amounts }),
  };
}

function isEntry(entry: unknown): entry is [string, Decision] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === 'left-out' || isPlan(entry[1]));
}

function isPlan(value: unknown): value is FilePlan {
  if (!isRecord(value) || !isRecord(value.columns) || !isRecord(value.dialect)) return false;
  const { types = {}, amounts = 'cents' } = value;
  return (
    kinds.some((kind) => kind === value.kind) &&
    isRecord(types) &&
    [...Object.values(value.columns), ...Object.values(types)].every((name) => typeof name === 'string') &&
    (amounts === 'cents' || amounts === 'units') &&
    dates.some((order) => order === (value.dialect as Partial<TextDialect>).dates) &&
    decimals.some((sign) => sign === (value.dialect as Partial<TextDialect>).decimal)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
