import { storageOfTab, type DeviceStorage } from '../platform/device-storage.ts';

const key = 'loyalty-lens.own-files';

/**
 * Whether files of the user's own were open in this tab before the page was reloaded: those are gone, since nothing of them is kept but that
 * there were some.
 */
export class OwnFilesGone {
  readonly #storage: DeviceStorage | null;

  constructor(storage = storageOfTab()) {
    this.#storage = storage;
  }

  get is(): boolean {
    try {
      return (this.#storage?.getItem(key) ?? null) !== null;
    } catch {
      return false;
    }
  }

  /** Notes what is open now. */
  note(areOwn: boolean): void {
    try {
      if (areOwn) this.#storage?.setItem(key, 'open');
      else this.#storage?.removeItem(key);
    } catch {
      // Then a reload says nothing.
    }
  }
}
