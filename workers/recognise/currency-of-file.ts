import type { FilePlan } from '../../src/contract/matching.ts';
import { currencyMeant, currencyOfHeader, withoutCurrency } from '../../src/domain/currency.ts';
import type { FileColumn } from '../decode/decoder.ts';
import type { MatchedFile } from './recognise.ts';
import { valuesOf, type Sample } from './sample.ts';

/**
 * What the amounts of a file are in: as its column of currencies says, else the name of the column of amounts, else signs beside the
 * amounts themselves. Null for a file that says nothing, or has no amounts.
 *
 * @param firstRows answers some of its rows, where their values have to be looked at
 */
export async function currencyOfFile(
  { matched }: MatchedFile,
  amounts: FilePlan['amounts'],
  firstRows: () => Promise<Sample>,
): Promise<string | null> {
  const found = (name: string): FileColumn | undefined => matched.find(({ wanted }) => wanted.name === name)?.found;
  const amount = found('purchase_amount_cents');
  if (!amount) return null;
  const named = currencyOfHeader(amount.name);
  const column = found('currency');
  if (column) return mostFrequent(valuesOf(await firstRows(), column.place).map(currencyMeant)) ?? named;
  if (named !== null || amounts !== 'units' || (amount.form !== 'text' && amount.form !== 'bytes')) return named;
  const written = valuesOf(await firstRows(), amount.place).map((value) => withoutCurrency(value).written);
  return mostFrequent(written.map((sign) => (sign === null ? null : currencyMeant(sign))));
}

function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[string | null, number]>((most, one) => (one[1] > most[1] ? one : most), [null, 0])[0];
}
