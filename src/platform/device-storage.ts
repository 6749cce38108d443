/** What a browser keeps for the page. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Null where it is forbidden: even the mention of `localStorage` throws then. */
export function storageOfDevice(): DeviceStorage | null {
  try {
    return (globalThis as { localStorage?: Storage }).localStorage ?? null;
  } catch {
    return null;
  }
}
