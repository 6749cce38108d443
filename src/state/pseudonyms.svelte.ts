import { isRecord } from '../domain/is-record.ts';
import { storageOfDevice, type DeviceStorage } from '../platform/device-storage.ts';

const stored = 'loyalty-lens.pseudonyms';

/**
 * Whether cards are called by pseudonyms, and by which: the key that makes them is this device's own, and kept, so that a card has the same one
 * in the next export. Where nothing is kept it lasts as long as the page.
 */
export class Pseudonyms {
  #isOn = $state(false);
  #key: string = $state('');
  readonly #storage: DeviceStorage | null;

  constructor(storage: DeviceStorage | null = storageOfDevice()) {
    this.#storage = storage;
    const kept = this.#read();
    this.#isOn = kept?.isOn ?? false;
    this.#key = kept?.key ?? newKey();
    // Another tab may turn them on or off.
    if (storage) globalThis.addEventListener?.('storage', ({ key }) => key === stored && this.#adopt());
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** What makes them; undefined while cards are called what the export calls them. */
  get key(): string | undefined {
    return this.#isOn ? this.#key : undefined;
  }

  turn(isOn: boolean): void {
    // Another tab may have kept a key since.
    this.#adopt();
    this.#isOn = isOn;
    try {
      this.#storage?.setItem(stored, JSON.stringify({ version: 1, key: this.#key, isOn }));
    } catch {
      // Full or forbidden: it is as it was at the next visit.
    }
  }

  /** Begins with other pseudonyms, after what the device kept was forgotten; whether there are any stays as it is. */
  renew(): void {
    this.#key = newKey();
    if (this.#isOn) this.turn(true);
  }

  #adopt(): void {
    const kept = this.#read();
    if (!kept) return;
    this.#key = kept.key;
    this.#isOn = kept.isOn;
  }

  #read(): { key: string; isOn: boolean } | null {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(stored) ?? 'null');
      if (!isRecord(kept) || kept.version !== 1 || typeof kept.key !== 'string' || kept.key === '') return null;
      return { key: kept.key, isOn: kept.isOn === true };
    } catch {
      return null;
    }
  }
}

/** 128 random bits. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, '0')).join('');
}
