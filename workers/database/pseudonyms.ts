/** What a card is called: SQL over `cards`, and `ids` with those of cards where there are such. */
export interface CardNames {
  id: string;
  /** Null where the export has none. */
  number: string;
  /** Null where the export has none. */
  name: string;
  isPseudonym: boolean;
}

/**
 * What cards are called: by the export, or by pseudonyms.
 *
 * A pseudonym is the beginning of SHA-256 over a key and the id of the card, `A41F0-9C2E7`: the same for a card in every export as long as
 * the key is the same, and without the key nobody can try out whose it is. In half a million cards one pair in ten such exports shares
 * one (40 bits). A name is its first half, which several cards may share.
 *
 * @param key what makes them this device's own; undefined for the export's numbers and names
 * @param ids the alias of `ids`; null where no id of a card is in it
 */
export function cardNames(key: string | undefined, ids: string | null): CardNames {
  const id = ids === null ? 'cards.id::VARCHAR' : `coalesce(${ids}.id, cards.id::VARCHAR)`;
  if (key === undefined) return { id, number: 'card_number', name: 'customer_name', isPseudonym: false };
  // In digits, so that the statement has nothing of the key but them.
  const digits = [...new TextEncoder().encode(key)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const hash = `upper(sha256('${digits} ' || ${id}))`;
  const pseudonym = `(${hash}[1:5] || '-' || ${hash}[6:10])`;
  const name = `CASE WHEN customer_name IS NOT NULL THEN ${hash}[1:5] END`;
  return { id: pseudonym, number: pseudonym, name, isPseudonym: true };
}
