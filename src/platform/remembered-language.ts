import { isLanguage, type Language } from '../text/languages.ts';
import { storageOfDevice } from './device-storage.ts';

const key = 'loyalty-lens.language';

/** The language that was chosen on this device; null where none was, or nothing is kept. */
export function rememberedLanguage(): Language | null {
  try {
    const kept = storageOfDevice()?.getItem(key);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    storageOfDevice()?.setItem(key, language);
  } catch {
    // Full or forbidden: it is chosen again next time.
  }
}
