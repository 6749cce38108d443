import { isCurrency } from '../../domain/currency.ts';
import type { DeviceStorage } from '../../platform/device-storage.ts';
import { RememberedOfExports } from './remembered-of-exports.ts';

/** What the amounts of exports were said to be in, as ISO 4217 names it. */
export class RememberedCurrencies extends RememberedOfExports<string> {
  constructor(storage?: DeviceStorage | null) {
    super('currencies', isCode, storage);
  }
}

const isCode = (value: unknown): value is string => typeof value === 'string' && isCurrency(value);
