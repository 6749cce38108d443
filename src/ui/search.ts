/** Lower case without accents, so that `muller` finds `Müller`. */
export function searchable(text: string): string {
  return text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
/** Rows that have every word of the query somewhere in `texts`, the text of each row, {@link searchable}. */
export function searchRows<Row>(rows: readonly Row[], texts: readonly string[], query: string): readonly Row[] {
  const words = searchable(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter((_, i) => words.every((word) => texts[i]?.includes(word)));
}
