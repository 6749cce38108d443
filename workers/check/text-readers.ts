import { pointDecimals } from '../../src/contract/exact.ts';
import type { TextDialect } from '../../src/contract/matching.ts';
import { readBoolean } from '../../src/domain/values/booleans.ts';
import { isDamagedId, readId } from '../../src/domain/values/ids.ts';
import { dateFormat, readInFormat } from '../../src/domain/values/date-format.ts';
import { readInstant } from '../../src/domain/values/instants.ts';
import { isNoDay, isNothing } from '../../src/domain/values/nothing.ts';
import { readCents, readNumber, wholeOf } from '../../src/domain/values/numbers.ts';

/** What a text means, in the columns of `staging.read_texts` (`odd-texts.ts`). */
export interface Meaning {
  /** A whole number: itself, microseconds since 1970, or 1 for yes. */
  number?: bigint;
  /** An id; empty for one that has lost its digits. */
  id?: string;
  /** The sign or code that an amount is written with. */
  currency?: string | null;
  isNothing?: boolean;
  hasZone?: boolean;
  isDay?: boolean;
}

/** Reads a text of a column; null for one that it cannot read. */
export type ReadText = (text: string) => Meaning | null;

const nothing: Meaning = { isNothing: true };

export const meantInstant = ({ dates, format }: TextDialect): ReadText => {
  const given = format === undefined ? null : dateFormat(format);
  return (text) => {
    if (isNothing(text) || isNoDay(text)) return nothing;
    const inFormat = given && readInFormat(text, given);
    // Digits that are no date in a format of digits are none at all, rather than another one.
    const isOther = given !== null && given.digits !== null && /^\d+$/.test(text.trim());
    const found = inFormat ?? (isOther ? null : readInstant(text, { dates }));
    return found && { number: BigInt(found.microseconds), hasZone: found.hasZone, isDay: found.isDay };
  };
};

export const meantWhole = ({ decimal }: TextDialect): ReadText => meantOfScale(decimal, 0);

/** In ten-thousandths. */
export const meantPoints = ({ decimal }: TextDialect): ReadText => meantOfScale(decimal, pointDecimals);

const meantOfScale =
  (decimal: TextDialect['decimal'], scale: number): ReadText =>
  (text) => {
    if (isNothing(text)) return nothing;
    const found = readNumber(text, decimal);
    const number = found && found.currency === null ? wholeOf(found, scale) : null;
    return number === null ? null : { number };
  };

export const meantCents =
  ({ decimal }: TextDialect): ReadText =>
  (text) => {
    if (isNothing(text)) return nothing;
    const found = readCents(text, decimal);
    return found && { number: found.cents, currency: found.currency };
  };

export const meantBoolean: ReadText = (text) => {
  if (isNothing(text)) return nothing;
  const found = readBoolean(text);
  return found === null ? null : { number: found ? 1n : 0n };
};

export const meantId: ReadText = (text) => {
  if (isDamagedId(text)) return { id: '' };
  const id = readId(text);
  return id === null ? nothing : { id };
};
