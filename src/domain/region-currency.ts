/** Regions by the currency that is used there, as ISO 3166 and ISO 4217 name them (in force in 2026). */
const regions: Readonly<Record<string, string>> = {
  EUR: 'LU DE FR BE NL AT IT ES PT IE FI EE LV LT SK SI HR BG GR CY MT MC AD SM VA ME XK RE GP MQ GF YT PM BL MF AX',
  CHF: 'CH LI',
  GBP: 'GB IM JE GG',
  USD: 'US PR EC SV PA VI GU',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK FO GL',
  ISK: 'IS',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  RSD: 'RS',
  ALL: 'AL',
  BAM: 'BA',
  MKD: 'MK',
  MDL: 'MD',
  UAH: 'UA',
  TRY: 'TR',
  GEL: 'GE',
  CAD: 'CA',
  AUD: 'AU',
  NZD: 'NZ',
  JPY: 'JP',
  CNY: 'CN',
  HKD: 'HK',
  TWD: 'TW',
  KRW: 'KR',
  SGD: 'SG',
  MYR: 'MY',
  THB: 'TH',
  IDR: 'ID',
  PHP: 'PH',
  VND: 'VN',
  INR: 'IN',
  BRL: 'BR',
  MXN: 'MX',
  ARS: 'AR',
  CLP: 'CL',
  COP: 'CO',
  PEN: 'PE',
  ZAR: 'ZA',
  MAD: 'MA',
  TND: 'TN',
  DZD: 'DZ',
  EGP: 'EG',
  NGN: 'NG',
  KES: 'KE',
  GHS: 'GH',
  XOF: 'SN CI ML BF BJ TG NE',
  XAF: 'CM GA CG TD CF GQ',
  XPF: 'NC PF WF',
  ILS: 'IL',
  AED: 'AE',
  SAR: 'SA',
  QAR: 'QA',
};

const byRegion = new Map(
  Object.entries(regions).flatMap(([currency, names]) => names.split(' ').map((region) => [region, currency] as const)),
);

/** Newer browsers have a method for what was a property; some have neither. */
type LocaleWithZones = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] | undefined };

/**
 * The currency of where a device seems to be, by its time zone, else by the region of its languages: a guess. Systems are set to American
 * English all over the world, while their clocks are right. Null where neither says.
 *
 * @param languages the tags that a browser prefers, those alone that `Intl` understands
 */
export function currencyNear(timeZone: string, languages: readonly string[]): string | null {
  for (const [region, currency] of byRegion) {
    const locale: LocaleWithZones = new Intl.Locale(`und-${region}`);
    if ((locale.getTimeZones?.() ?? locale.timeZones)?.includes(timeZone)) return currency;
  }
  for (const tag of languages) {
    const currency = byRegion.get(new Intl.Locale(tag).region ?? '');
    if (currency !== undefined) return currency;
  }
  return null;
}

/** All that have a region here, those first that are used in most. */
export const currenciesInUse: readonly string[] = Object.keys(regions);
