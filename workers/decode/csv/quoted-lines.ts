import { WrittenRows, type Writing } from './written-rows.ts';

/** A line that is one quoted value. */
const quoted = /^"(?:[^"]|"")*"$/;

/** Of the lines of a text: those that are quoted as a whole where that is how it is written. */
const most = 0.8;

/** The lines of a text without the quotes around them, where most lines are quoted as a whole; null for any other text. */
export function quotedLines(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const isQuoted = (line: string): boolean => quoted.test(line) && /[,;\t|]/.test(line);
  // A list of names such as "Doe, Jane" has one column, and its header no delimiter.
  const isList = lines[0] === undefined || !/[,;\t|]/.test(lines[0]);
  if (isList || lines.length < 2 || lines.filter(isQuoted).length < lines.length * most) return null;
  return lines.map((line) => (isQuoted(line) ? line.slice(1, -1).replaceAll('""', '"') : line)).join('\n');
}

/** The values of a row whose line is quoted as a whole; any other row as it is. */
export function unwrapped(fields: string[], writing: Writing): string[] {
  if (fields.length !== 1 || !fields[0]!.includes(writing.delimiter)) return fields;
  const { rows, broken } = new WrittenRows(writing, '').split(fields[0]!, true);
  return rows.length === 1 && broken.size === 0 ? rows[0]! : fields;
}
