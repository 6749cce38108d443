import { bare } from './bare.ts';
import { isNothing } from './nothing.ts';

/** A whole number that was taken for one with decimals on its way: `101.0`. */
const asFloat = /^(-?(?:0|[1-9]\d*))\.0$/;

/** The id that a text means: `101.0`, `="00101"` and `'00101` are `101`, `00101` and `00101`; null for a word for nothing. */
export function readId(text: string): string | null {
  const id = bare(text);
  return isNothing(id) ? null : id.replace(asFloat, '$1');
}
