/** What a browser keeps for the page. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is kept on the device; null where that is forbidden. */
export const storageOfDevice = (): DeviceStorage | null => storageCalled('localStorage');

/** What is kept while a tab is open, and through a reload of its page; null where that is forbidden. */
export const storageOfTab = (): DeviceStorage | null => storageCalled('sessionStorage');

/** Where it is forbidden, even the mention of it throws. */
function storageCalled(name: 'localStorage' | 'sessionStorage'): DeviceStorage | null {
  try {
    return (globalThis as Partial<Record<typeof name, Storage>>)[name] ?? null;
  } catch {
    return null;
  }
}
