type Cell = string | number | null;

/**
 * What a spreadsheet may take for the begin of a formula, full-width signs included: at the begin of a cell, or behind whatever another
 * country's spreadsheet takes for the end of one. Quotes and spaces in between do not help.
 */
const formula = /(^|[;,\t|\r\n])(["'\s]*)(?=[=+\-@＝＋－＠])/g;

/**
 * Rows as CSV for a spreadsheet: commas, every text in quotes, UTF-8 with a byte order mark, which is how spreadsheets know. No value
 * becomes a formula, in whichever language's spreadsheet the file is opened: one that could has an apostrophe before its sign.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${cell.replace(formula, "$1$2'").replaceAll('"', '""')}"`;
}
