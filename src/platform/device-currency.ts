import { knownLocales } from '../domain/locales.ts';
import { currencyNear } from '../domain/region-currency.ts';
import { deviceZone } from './device-zone.ts';

/** The currency of where this device seems to be, as ISO 4217 names it; null where nothing says. Looks through all regions. */
export const currencyOfDevice = (): string | null => currencyNear(deviceZone, knownLocales(navigator.languages));
