import { isRecord } from '../../domain/is-record.ts';
import { storageOfDevice, type DeviceStorage } from '../../platform/device-storage.ts';

/** A key or an entry longer than this is of files that nobody has. */
const longest = 20_000;
/** More entries than anyone has; beyond them the one that was kept longest ago goes. */
const most = 60;

/** How entries are kept on the device. */
interface Kept<V> {
  /** The name in the browser's storage. */
  key: string;
  /** What the list of entries is called there. */
  list: string;
  version: number;
  isEntry: (entry: unknown) => entry is [string, V];
  /** The entries as an earlier version wrote them, in the form of this one; null for a version that is not known. */
  from?: (version: unknown, entries: [string, V][]) => [string, V][] | null;
}

/** Entries by name, kept on this device. One that keeps nothing (private windows, blocked storage) has none. */
export class KeptEntries<V> {
  readonly #kept: Kept<V>;
  readonly #storage: DeviceStorage | null;

  constructor(kept: Kept<V>, storage: DeviceStorage | null = storageOfDevice()) {
    this.#kept = kept;
    this.#storage = storage;
  }

  read(): Map<string, V> {
    const { key, list, version, isEntry, from } = this.#kept;
    try {
      const stored: unknown = JSON.parse(this.#storage?.getItem(key) ?? 'null');
      if (!isRecord(stored) || !Array.isArray(stored[list])) return new Map();
      const entries = stored[list].filter(isEntry);
      return new Map(stored.version === version ? entries : (from?.(stored.version, entries) ?? []));
    } catch {
      return new Map();
    }
  }

  /** Keeps entries; the latest of a name counts. */
  keep(entries: Iterable<readonly [name: string, value: V]>): void {
    const kept = this.read();
    for (const [name, value] of entries) {
      if (name.length + JSON.stringify(value).length > longest) continue;
      kept.delete(name);
      kept.set(name, value);
    }
    this.#write([...kept].slice(-most));
  }

  forget(names: Iterable<string>): void {
    const kept = this.read();
    for (const name of names) kept.delete(name);
    this.#write([...kept]);
  }

  #write(entries: [string, V][]): void {
    const { key, list, version } = this.#kept;
    try {
      if (entries.length === 0) this.#storage?.removeItem(key);
      else this.#storage?.setItem(key, JSON.stringify({ version, [list]: entries }));
    } catch {
      // Full or forbidden: it is asked for again next time.
    }
  }
}
