import type { DeviceStorage } from '../../platform/device-storage.ts';
import { exportOf } from './export-facts.ts';
import { KeptEntries } from './kept-entries.ts';

/** What was said of exports with which columns, kept on this device. One that keeps nothing only asks once more. */
export class RememberedOfExports<V> {
  readonly #kept: KeptEntries<V>;

  /**
   * @param list what it is called in the browser's storage
   * @param isValue whether what was kept is something that can be said
   */
  constructor(list: string, isValue: (value: unknown) => value is V, storage?: DeviceStorage | null) {
    const isEntry = (entry: unknown): entry is [string, V] =>
      Array.isArray(entry) && typeof entry[0] === 'string' && isValue(entry[1]);
    this.#kept = new KeptEntries({ key: `loyalty-lens.${list}`, list, version: 1, isEntry }, storage);
  }

  /** What was said of exports with files of these shapes; null when nothing was. */
  get(shapes: readonly string[]): V | null {
    return this.#kept.read().get(exportOf(shapes)) ?? null;
  }

  get isEmpty(): boolean {
    return this.#kept.read().size === 0;
  }

  keep(shapes: readonly string[], said: V): void {
    this.#kept.keep([[exportOf(shapes), said]]);
  }
}
