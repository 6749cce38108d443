import { describe, expect, it } from 'vitest';
import { currencyMeant, currencyOfHeader, likeliestCurrency, spellingsOf } from '../../src/domain/currency.ts';
import { takenApart } from '../../src/domain/values/numbers.ts';
import { currenciesInUse, currencyNear } from '../../src/domain/region-currency.ts';

describe('the name of a column of amounts', () => {
  it.each([
    ['amount_eur', 'EUR'],
    ['Betrag (CHF)', 'CHF'],
    ['total €', 'EUR'],
    ['US$ total', 'USD'],
    ['Umsatz in Euro', 'EUR'],
    ['Amount TRY', 'TRY'],
    ['total $', '$'],
    // Words that are codes, too, and names that say two.
    ['purchase_amount_cents', null],
    ['price_top', null],
    ['MONTANT ALL', null],
    ['try', null],
    ['amount_eur_usd', null],
  ])('%s: %s', (header, currency) => {
    expect(currencyOfHeader(header)).toBe(currency);
  });
});

describe('an amount written with its currency', () => {
  it.each([
    ['12,50 €', '12,50', 'EUR'],
    ['€12.50', '12.50', 'EUR'],
    ['EUR 1,234.50', '1,234.50', 'EUR'],
    ['-€5', '-5', 'EUR'],
    ['€ -5', '-5', 'EUR'],
    ['-5 €', '-5', 'EUR'],
    ["12'345.60 Fr.", "12'345.60", 'CHF'],
    ['1\u202f234,50\u00a0€', '1\u202f234,50', 'EUR'],
    ['$3', '3', '$'],
    ['US$4.5', '4.5', 'USD'],
    ['99 zł', '99', 'PLN'],
    ['12 kr', '12', 'KR'],
  ])('%s is %s in %s', (amount, number, currency) => {
    const { number: alone, isNegative, currency: written } = takenApart(amount)!;
    expect(`${isNegative ? '-' : ''}${alone}`).toBe(number);
    expect(currencyMeant(written!)?.toUpperCase()).toBe(currency);
  });

  it.each(['12', '3 kg', 'abc 3', '€', '', 'EUR'])('%s is not one', (text) => {
    expect(takenApart(text)?.currency ?? null).toBeNull();
  });
});

describe('a sign that several currencies share', () => {
  it('is most likely that of the region where it has the sign', () => {
    expect(likeliestCurrency('$', 'CAD')).toBe('CAD');
    expect(likeliestCurrency('$', 'EUR')).toBe('USD');
    expect(likeliestCurrency('$', null)).toBe('USD');
    expect(likeliestCurrency('kr', 'NOK')).toBe('NOK');
    expect(likeliestCurrency('GBP', 'EUR')).toBe('GBP');
  });

  it('is no spelling of any of them', () => {
    expect(spellingsOf('EUR')).toEqual(expect.arrayContaining(['EUR', '€', 'EURO']));
    expect(spellingsOf('USD')).not.toContain('$');
    expect(spellingsOf('$')).toEqual(['$']);
  });
});

describe('the currency of where a device is', () => {
  it('is that of its clock before that of its language', () => {
    expect(currencyNear('Europe/Luxembourg', ['en-US'])).toBe('EUR');
    expect(currencyNear('Europe/Zurich', ['de-DE'])).toBe('CHF');
    expect(currencyNear('America/Toronto', [])).toBe('CAD');
  });

  it('is that of the region of its language where the clock says nothing', () => {
    expect(currencyNear('UTC', ['de-CH', 'en-GB'])).toBe('CHF');
    expect(currencyNear('UTC', ['de'])).toBeNull();
  });

  it('is one that Intl knows', () => {
    for (const code of currenciesInUse) expect(Intl.supportedValuesOf('currency')).toContain(code);
  });
});
