/**
 * What a currency is called where amounts are written. A currency is its code in ISO 4217, in capitals; a sign that several currencies
 * share, such as `$`, stays that sign until something says whose it is.
 */

/** Signs of one currency. What is written `$` or `kr` alone may be of many. */
const bySign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₣': 'CHF',
  'Fr.': 'CHF',
  SFr: 'CHF',
  'SFr.': 'CHF',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  лв: 'BGN',
  'лв.': 'BGN',
  lei: 'RON',
  '₺': 'TRY',
  '₴': 'UAH',
  '₽': 'RUB',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₱': 'PHP',
  '฿': 'THB',
  R$: 'BRL',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  Euro: 'EUR',
  Euros: 'EUR',
};

/** With the currency that is meant most often. */
const sharedSigns: Readonly<Record<string, string>> = { $: 'USD', kr: 'SEK', 'kr.': 'DKK' };

/** Codes that headers have in small letters too; the rest are words of some language (`all`, `top`, `try`). */
const commonInHeaders = new Set(
  'EUR CHF GBP USD CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN ISK RSD UAH JPY CNY INR BRL ZAR MAD TND AED'.split(' '),
);

const codes = new Set(Intl.supportedValuesOf('currency'));
const folded = new Map(
  [...Object.entries(bySign), ...Object.keys(sharedSigns).map((sign): [string, string] => [sign, sign])].map(
    ([sign, meant]) => [sign.toUpperCase(), meant],
  ),
);

export function isCurrency(code: string): boolean {
  return codes.has(code);
}

/** What a value of a column of currencies means, such as `EUR`, `eur`, `€` or `$`: a code, or a sign that is shared; null for neither. */
export function currencyMeant(value: string): string | null {
  const spelt = value.trim().toUpperCase();
  return folded.get(spelt) ?? (codes.has(spelt) ? spelt : null);
}

/** The currency that the name of a column of amounts names: `amount_eur`, `Betrag (CHF)`, `total €`. Null where it names none, or two. */
export function currencyOfHeader(header: string): string | null {
  const named = new Set(
    (header.match(wordOfHeader) ?? []).map((word) => currencyOfWord(word, header)).filter((meant) => meant !== null),
  );
  return named.size === 1 ? [...named][0]! : null;
}

/** The name of a column without the currencies that it names: `amount` of `amount_eur`. */
export function headerWithoutCurrency(header: string): string {
  return header.replaceAll(wordOfHeader, (word) => (currencyOfWord(word, header) === null ? word : ''));
}

const wordOfHeader = /\p{L}*\p{Sc}|\p{L}+/gu;

function currencyOfWord(word: string, header: string): string | null {
  const spelt = word.toUpperCase();
  // In a name that is all in capitals they do not tell a code from a word.
  const isCode = codes.has(word) && (header !== header.toUpperCase() || header.includes(`(${word})`));
  if (commonInHeaders.has(spelt) || isCode) return spelt;
  return /\p{Sc}|^euros?$/iu.test(word) ? currencyMeant(word) : null;
}

/** All that means a currency or a shared sign when it is written with an amount or in a column, in capitals. */
export function spellingsOf(currency: string): string[] {
  const signs = [...folded].filter(([, meant]) => meant === currency).map(([sign]) => sign);
  return codes.has(currency) ? [currency, ...signs] : signs;
}

/** All that a currency may be written as beside an amount, in capitals. */
export const signsBesideAmounts: ReadonlySet<string> = new Set([...codes, ...folded.keys()]);

/**
 * Whose a sign that several share most likely is: that of the region where it has that sign, else the most frequent one. A code is
 * that of itself.
 */
export function likeliestCurrency(meant: string, ofRegion: string | null): string {
  if (!(meant in sharedSigns)) return meant;
  const sign = meant.replace('.', '');
  return ofRegion !== null && signOf(ofRegion).replace('.', '') === sign ? ofRegion : sharedSigns[meant]!;
}

/** The shortest sign of a currency, `$` of every dollar. */
function signOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')!.value;
}
