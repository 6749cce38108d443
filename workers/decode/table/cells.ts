/** What cells and rows of a text look like, whatever they mean. */

const number = /^[+-]?\d+([.,]\d+)*$/;
const date = /^(\d{4}-\d\d?-\d\d?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2})([T ].*)?$/;
const uuid = /^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
const amount = /^\(?[+-]?\s?(\p{Sc}\s?|[A-Z]{3}\s)?[+-]?\d[\d.,'’\s]*(\s?(\p{Sc}|%|[A-Z]{3}))?\)?$/u;

/** How comments begin, in the files of programs that write some. */
export const commentMarks = ['#', '--', '//'] as const;

/** What is left of a cell for people and for guesses. */
export function cleaned(cell: string): string {
  // eslint-disable-next-line no-control-regex
  return cell.replace(/[\x00-\x1f\x7f\ufeff]/g, ' ').trim();
}

/** Whether a cell is a value of a table rather than a name or a word. */
export function isValue(cell: string): boolean {
  return number.test(cell) || date.test(cell) || uuid.test(cell);
}

export function isDate(cell: string): boolean {
  return date.test(cell);
}

/** Whether a cell is a number or an amount of money, and no `05.01.2026`. */
export function isNumber(cell: string): boolean {
  return (number.test(cell) || amount.test(cell)) && !date.test(cell);
}

export function filledIn(row: readonly string[]): number {
  return row.reduce((count, cell) => (isEmpty(cell) ? count : count + 1), 0);
}

/** Without a value; DOS leaves a mark at the end of a file. */
export function isEmpty(cell: string): boolean {
  return cell === '' || cell === '\x1a' || cell.trim() === '';
}

/** Whether a row may be one of names: most of what is filled is no value, and it is no `Period:;2026`. */
export function looksLikeNames(row: readonly string[]): boolean {
  const filled = row.filter((cell) => !isEmpty(cell));
  if (filled.length > 1 && filled[0]!.endsWith(':') && !filled[1]!.endsWith(':')) return false;
  return filled.filter(isValue).length * 2 < filled.length;
}

const total =
  /^(grand[ -]?|sub[ -]?|overall )?(totals?|totaal|totale|totali|totaux|totales)\b|^sous-tota|^(zwischen|gesamt|end|teil)?summen?\b|^gesamt(betrag|ergebnis|wert)?\b|^insgesamt\b|^sommes?\b|^sum\b|^sumas?\b|^soma\b|^suma\b|^ensemble\b/i;

/** `Day total`, `Tagessumme`, `Total du jour`. */
const ofPeriod =
  /^(day|daily|day's|week|weekly|month|monthly|shift|page|carried)[ -]?(sub)?totals?\b|^(tages|wochen|monats|seiten|schicht)(summe|umsatz)\b/i;

/** Whether a cell is the label of a sum and nothing else: no `Total Wine & More`. */
export function isTotalAlone(cell: string): boolean {
  return totalAlone.test(cell.trim());
}

export function isTotalOfPeriod(cell: string): boolean {
  return ofPeriod.test(cell.trim());
}

const totalAlone =
  /^(grand[ -]?|sub[ -]?|overall )?(totals?|totaal|totale|totali|totaux|totales)[ :]*$|^(zwischen|gesamt|end|teil)?summen?[ :]*$|^(total général|sous-total|insgesamt|sum|suma)[ :]*$/i;

/** Whether a cell begins as the label of a sum does: `Total`, `Zwischensumme Januar`, `Total général`. */
export function isTotalLabel(cell: string): boolean {
  return total.test(cell.trim()) || ofPeriod.test(cell.trim());
}
