import { bare } from './bare.ts';
import { isNothing } from './nothing.ts';

/** A whole number that was taken for one with decimals on its way: `101.0`. */
const asFloat = /^(-?(?:0|[1-9]\d*))\.0$/;

/** What a till writes in the place of a customer whom nobody asked. */
export const guestWords: readonly string[] = [
  ...[
    'walk-in',
    'walk in',
    'walkin',
    'walk-in customer',
    'walk in customer',
    'guest',
    'guest customer',
    'cash customer',
    'cash sale',
  ],
  ...['anonymous', 'no customer', 'unknown customer', 'default customer', 'non-member', 'nonmember', 'not a member'],
  ...['laufkunde', 'laufkundschaft', 'barverkauf', 'barkunde', 'gast', 'anonym', 'kein kunde', 'ohne kunde', 'diverse'],
  ...['client de passage', 'client comptoir', 'comptoir', 'passage', 'client anonyme', 'anonyme', 'sans client'],
  ...['cliente ocasional', 'cliente generico', 'publico en general', 'cliente occasionale', 'anoniem', 'passant'],
];

const guests = new Set(guestWords);

/** An id that a spreadsheet has made a number of: `9.78103E+12` stands for thousands of others. */
const asExponent = /^\d([.,]\d+)?e\+\d{2,3}$/i;

/** Whether an id has lost its digits to a spreadsheet. */
export function isDamagedId(text: string): boolean {
  return asExponent.test(bare(text));
}

/** The id that a text means: `101.0`, `="00101"` and `'00101` are `101`, `00101` and `00101`; null for a word for nothing, and for nobody. */
export function readId(text: string): string | null {
  const id = bare(text);
  return isNothing(id) || guests.has(id.toLowerCase()) ? null : id.replace(asFloat, '$1');
}
