import { isCurrency } from '../../domain/currency.ts';
import type { DeviceStorage } from '../../platform/device-storage.ts';
import { exportOf } from './export-facts.ts';
import { KeptEntries } from './kept-entries.ts';

/** What the amounts of an export of which columns were said to be in, kept on this device. One that keeps nothing only asks once more. */
export class RememberedCurrencies {
  readonly #kept: KeptEntries<string>;

  constructor(storage?: DeviceStorage | null) {
    this.#kept = new KeptEntries({ key: 'loyalty-lens.currencies', list: 'currencies', version: 1, isEntry }, storage);
  }

  /** As ISO 4217 names it; null when nothing was said of exports with files of these shapes. */
  get(shapes: readonly string[]): string | null {
    return this.#kept.read().get(exportOf(shapes)) ?? null;
  }

  keep(shapes: readonly string[], currency: string): void {
    this.#kept.keep([[exportOf(shapes), currency]]);
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string' && isCurrency(entry[1]);
}
