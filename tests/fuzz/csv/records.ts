/** A record of a text. */
export interface TextRecord {
  /** Its values; null where its quotes do not match. */
  fields: string[] | null;
  /**
   * Breaks of lines within it, where a quote stands in the midst of another of its values: who looks for the end of the record by counting
   * quotes takes each of its lines for a record.
   */
  doubtful: number;
}

/**
 * The records of a text by RFC 4180, read character by character and not as the engine does it. A line with a quote that is closed in the
 * wrong place, or never, is a record without values, and the next line begins another. Records without any value are none.
 */
export function recordsOf(text: string, delimiter: string): TextRecord[] {
  const records: TextRecord[] = [];
  for (let at = 0; at < text.length;) {
    const read = recordAt(text, at, delimiter);
    if (!read) records.push({ fields: null, doubtful: 0 });
    else if (read.fields.some((field) => field.trim() !== '' && field !== '\x1a')) {
      const breaks = read.fields.join('').split('\n').length - 1;
      records.push({ fields: unwrapped(read.fields, delimiter), doubtful: read.hasStrayQuote ? breaks : 0 });
    }
    at = read ? read.end : lineEnd(text, at);
  }
  return records;
}

/** A line that is quoted as a whole is the line within. */
function unwrapped(fields: string[], delimiter: string): string[] {
  if (fields.length !== 1 || !fields[0]!.includes(delimiter)) return fields;
  const within = recordAt(fields[0]!, 0, delimiter);
  return within && within.end === fields[0]!.length ? within.fields : fields;
}

interface RecordRead {
  fields: string[];
  /** A quote stands in a value that is not quoted. */
  hasStrayQuote: boolean;
  end: number;
}

/** The record that begins at a place, and where the next one does; null where a quote does not match. */
function recordAt(text: string, begin: number, delimiter: string): RecordRead | null {
  const fields: string[] = [];
  let hasStrayQuote = false;
  for (let at = begin; ;) {
    const isQuoted = text[at] === '"';
    const field = isQuoted ? quotedAt(text, at, delimiter) : unquotedAt(text, at, delimiter);
    if (!field) return null;
    hasStrayQuote ||= !isQuoted && field.value.includes('"');
    fields.push(field.value);
    at = field.end;
    if (text[at] !== delimiter) return { fields, hasStrayQuote, end: Math.min(at + 1, text.length) };
    at++;
  }
}

interface Field {
  value: string;
  /** The place of what ends it: a delimiter, a break, or the end of the text. */
  end: number;
}

function unquotedAt(text: string, begin: number, delimiter: string): Field {
  let end = begin;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  const value = text.slice(begin, end);
  return { value: text[end] === delimiter ? value : value.replace(/\r$/, ''), end };
}

function quotedAt(text: string, begin: number, delimiter: string): Field | null {
  let value = '';
  for (let at = begin + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at++;
    } else {
      // Space behind a value that is closed is no part of it.
      let end = at + 1;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end]!.trim() === '') end++;
      return end >= text.length || text[end] === delimiter || text[end] === '\n' ? { value, end } : null;
    }
  }
  return null;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
