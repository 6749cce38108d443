import { isRecord } from '../domain/is-record.ts';
import { storageOfDevice, storageOfTab, type DeviceStorage } from './device-storage.ts';

const prefix = 'loyalty-lens.';

/** Something that the browser keeps for the page: of what, and how many entries. */
export interface KeptThing {
  name: string;
  entries: number;
}

type Storages = readonly (DeviceStorage | null)[];

/** What the browser keeps for the page beside the page itself, by what it is called there. */
export function keptOnDevice(storages: Storages = bothStorages()): KeptThing[] {
  return storages.flatMap((storage) =>
    keysIn(storage).map((key) => ({ name: key.slice(prefix.length), entries: entriesIn(storage!.getItem(key) ?? '') })),
  );
}

/** Has the browser forget all of it. */
export function forgetAll(storages: Storages = bothStorages()): void {
  for (const storage of storages) for (const key of keysIn(storage)) storage!.removeItem(key);
}

const bothStorages = (): Storages => [storageOfDevice(), storageOfTab()];

function keysIn(storage: DeviceStorage | null): string[] {
  return storage === null ? [] : Object.keys(storage).filter((key) => key.startsWith(prefix));
}

/** Of a list of entries how many there are; anything else is one. */
function entriesIn(stored: string): number {
  try {
    const value: unknown = JSON.parse(stored);
    const list = isRecord(value) && Object.values(value).find(Array.isArray);
    return list ? list.length : 1;
  } catch {
    return 1;
  }
}
