import { currencyNear } from '../domain/region-currency.ts';
import { deviceZone } from './device-zone.ts';

/** The currency of where this device seems to be, as ISO 4217 names it; null where nothing says. */
export function currencyOfDevice(): string | null {
  const languages = navigator.languages.filter((tag) => {
    try {
      return new Intl.Locale(tag).language !== '';
    } catch {
      return false;
    }
  });
  return currencyNear(deviceZone, languages);
}
