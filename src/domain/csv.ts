type Cell = string | number | null;

/**
 * What a spreadsheet may take for the begin of a formula, full-width signs included: at the begin of a cell, or behind whatever another
 * country's spreadsheet takes for the end of one. Quotes and spaces in between do not help.
 */
const formula = /(^|[;,\t|\r\n])(["'\s]*)(?=[=+\-@＝＋－＠])/g;

/** How the spreadsheets of a country read CSV: what separates values, and the sign before decimals. */
export interface CsvDialect {
  delimiter: ',' | ';';
  decimal: '.' | ',';
}

const plain: CsvDialect = { delimiter: ',', decimal: '.' };

/**
 * Rows as CSV for a spreadsheet: every text in quotes, UTF-8 with a byte order mark, which is how spreadsheets know. No value
 * becomes a formula, in whichever language's spreadsheet the file is opened: one that could has an apostrophe before its sign.
 */
export function csvOf(rows: readonly (readonly Cell[])[], { delimiter, decimal }: CsvDialect = plain): string {
  const lines = rows.map((cells) => cells.map((cell) => cellText(cell, decimal)).join(delimiter));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell, decimal: CsvDialect['decimal']): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  return `"${cell.replace(formula, "$1$2'").replaceAll('"', '""')}"`;
}
