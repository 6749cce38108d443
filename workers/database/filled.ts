/**
 * SQL with its placeholders filled in: `{name}` becomes `parts[name]`, wherever it stands. They are for what cannot be bound as a parameter:
 * tables, and pieces of SQL that this code has made. Nothing of a file or a person ever goes into one.
 *
 * @throws Error for a part that has no placeholder: then either is misspelt
 */
export function filled(sql: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const placeholder = `{${name}}`;
    if (!text.includes(placeholder)) throw new Error(`There is no ${placeholder} in: ${sql}`);
    return text.replaceAll(placeholder, () => part);
  }, sql);
}

/** The same with those parts alone that a statement has a placeholder for. */
export function filledWherePresent(sql: string, parts: Readonly<Record<string, string>>): string {
  return filled(sql, Object.fromEntries(Object.entries(parts).filter(([name]) => sql.includes(`{${name}}`))));
}
