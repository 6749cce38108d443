import { isCurrency, likeliestCurrency } from '../domain/currency.ts';
import type { OpenExport } from './open-export.ts';
import { shapesOf } from './opening/export-facts.ts';
import type { RememberedCurrencies } from './opening/remembered-currencies.ts';
import { sampleOf } from './samples.ts';

/** What the amounts of the open export are in. */
export class CurrencyInForce {
  readonly #session: { readonly current: OpenExport | null };
  readonly #remembered: RememberedCurrencies;
  readonly #near: () => string | null;
  /** What was said since the page was opened, for the export that it was said of: a device may keep nothing. */
  #chosen = $state.raw<{ of: OpenExport; code: string } | null>(null);

  /** As ISO 4217 names it, and who says so; null while nobody does. */
  readonly known: { code: string; from: 'files' | 'sample' | 'chosen' } | null = $derived.by(() => {
    const { current } = this.#session;
    if (!current) return null;
    const sample = current.source.sample === null ? null : sampleOf(current.source.sample);
    if (sample) return { code: sample.currency, from: 'sample' };
    const { currency } = current.summary;
    if (currency !== null && isCurrency(currency)) return { code: currency, from: 'files' };
    const code = this.#chosen?.of === current ? this.#chosen.code : this.#remembered.get(shapesOf(current.summary));
    return code === null ? null : { code, from: 'chosen' };
  });

  /** What it most likely is, where amounts are shown and nobody has said: by the sign that the files have, and where this device is. */
  readonly guess: string | null = $derived.by(() => {
    const { current } = this.#session;
    if (!current?.summary.hasPurchaseAmounts || this.known !== null) return null;
    const { currency: sign } = current.summary;
    const near = this.#near();
    return sign === null ? (near ?? 'EUR') : likeliestCurrency(sign, near);
  });

  /** @param near the currency of where the device is, null where that is not known; asked when something has to be guessed */
  constructor(
    session: { readonly current: OpenExport | null },
    remembered: RememberedCurrencies,
    near: () => string | null,
  ) {
    this.#session = session;
    this.#remembered = remembered;
    this.#near = near;
  }

  /** The code alone. */
  get code(): string | null {
    return this.known?.code ?? null;
  }

  /** Says what the amounts are in, for good: it is kept for exports like the one that is open. */
  choose(code: string): void {
    const { current } = this.#session;
    if (!current) return;
    this.#chosen = { of: current, code };
    this.#remembered.keep(shapesOf(current.summary), code);
  }
}
