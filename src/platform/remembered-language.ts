import { storageOfDevice } from './device-storage.ts';

const key = 'loyalty-lens.language';

/** The language that was chosen on this device, as it was kept; null where none was, or nothing is kept. */
export function rememberedLanguage(): string | null {
  try {
    return storageOfDevice()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: string): void {
  try {
    storageOfDevice()?.setItem(key, language);
  } catch {
    // Full or forbidden: it is chosen again next time.
  }
}
