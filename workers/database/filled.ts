/**
 * SQL with its places filled in: `{name}` becomes `parts[name]`, wherever it stands. Places are for what cannot be bound as a parameter:
 * tables, and pieces of SQL that this code has made. Nothing of a file or a person ever goes into one.
 *
 * @throws Error for a part that has no place: then either is misspelt
 */
export function filled(sql: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const place = `{${name}}`;
    if (!text.includes(place)) throw new Error(`There is no ${place} in: ${sql}`);
    return text.replaceAll(place, () => part);
  }, sql);
}
