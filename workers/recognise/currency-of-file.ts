import type { FilePlan } from '../../src/contract/matching.ts';
import { currencyMeant, currencyOfHeader } from '../../src/domain/currency.ts';
import { takenApart } from '../../src/domain/values/numbers.ts';
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
  const mostFrequent = (found: readonly (string | null)[]): string | null => heaviest(found.map((one) => [one, 1]));
  if (column) return mostFrequent(valuesOf(await firstRows(), column.place).map(currencyMeant)) ?? named;
  if (named !== null || amounts !== 'units' || (amount.form !== 'text' && amount.form !== 'bytes')) return named;
  const written = valuesOf(await firstRows(), amount.place).map((value) => takenApart(value)?.currency ?? null);
  return mostFrequent(written.map((sign) => (sign === null ? null : currencyMeant(sign))));
}

/** The currency with the greatest weight in all, the first of two that are equal; null where there is none. */
export function heaviest(weighed: Iterable<readonly [currency: string | null, weight: number]>): string | null {
  const weights = new Map<string, number>();
  for (const [currency, weight] of weighed)
    if (currency !== null) weights.set(currency, (weights.get(currency) ?? 0) + weight);
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
