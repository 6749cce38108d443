import type { RowProblem } from './batch.ts';
import {
  cleaned,
  commentMarks,
  filledIn,
  isDate,
  isEmpty,
  isNumber,
  isTotalAlone,
  isTotalLabel,
  isTotalOfPeriod,
  isValue,
  looksLikeNames,
} from './cells.ts';
import type { SplitRows } from '../csv/rows.ts';
import type { TableLayout } from './layout.ts';

/** A row below the header of a text, in its place. */
export interface TextRow {
  fields: string[];
  problem: RowProblem | null;
}

/** Rows whose end is awaited: more of them are no footer. */
const mostHeld = 1000;

/** Columns that are looked at for each row, to see whether it may be none of the table. */
const columnsLookedAt = 4;

/** Empty, or perhaps the label of a sum. Every cell is looked at so: a regular expression would take as long as splitting the row. */
const mayBeOdd = (cell: string): boolean =>
  cell === '' || cell.includes('otal') || cell.includes('OTAL') || cell.includes('umme') || cell.includes('UMME');

/** A row that may belong to the table or to what stands below it: what follows tells. */
interface HeldRow {
  row: TextRow;
  /** What it is where no row of the table follows. */
  atEnd: RowProblem | null;
}

/**
 * Tells the rows of a table from what programs put between and below them: totals, the header again on each page, comments, notes, and
 * other tables. Rows that are as the first of the table are take no time.
 *
 * A row in the midst of others that has too few values, or too many, is a row of the table, with a problem.
 */
export class TableRows {
  readonly #layout: TableLayout;
  readonly #fieldsOf: (fields: string[]) => string[];
  readonly #lookedAt: readonly number[];
  readonly #columns: number;
  #held: HeldRow[] = [];
  /** A blank line came since the latest row of the table. */
  #isBehindBlank = false;
  /** Another table has begun below this one. */
  #isInOther = false;

  /** @param fieldsOf the fields of a row that is odd: of a text, those of a line that is quoted as a whole */
  constructor(layout: TableLayout, fieldsOf: (fields: string[]) => string[] = (fields) => fields) {
    this.#layout = layout;
    this.#fieldsOf = fieldsOf;
    this.#lookedAt = layout.filledColumns.slice(0, columnsLookedAt);
    this.#columns = layout.columns.length;
  }

  /** The rows that are settled by these, in their order; all of them when they are the last. */
  sort({ rows, broken }: SplitRows, isLast: boolean): TextRow[] {
    const sorted: TextRow[] = [];
    for (const [index, fields] of rows.entries()) {
      const line = broken.get(index);
      if (line !== undefined) this.#take(sorted, { fields, problem: this.#brokenProblem(line) });
      else if (isBlank(fields)) this.#isBehindBlank = true;
      else if (this.#isPlain(fields)) this.#takePlain(sorted, fields);
      else this.#sortOdd(sorted, this.#fieldsOf(fields));
    }
    if (isLast) this.#letGo(sorted, true);
    return sorted;
  }

  /** Whether nothing about a row suggests that it is none of the table; most are so. */
  #isPlain(fields: readonly string[]): boolean {
    const { length } = fields;
    if (length < this.#layout.leastFields || length > this.#columns || this.#isInOther || this.#isBehindBlank)
      return false;
    if (this.#lookedAt.some((place) => mayBeOdd(fields[place] ?? ''))) return false;
    const { header, commentMark } = this.#layout;
    if (commentMark !== null && fields[0]!.startsWith(commentMark)) return false;
    return !header.some((names) => names[0] === fields[0]);
  }

  #takePlain(sorted: TextRow[], fields: string[]): void {
    if (this.#held.length > 0) this.#letGo(sorted, false);
    sorted.push({ fields, problem: null });
  }

  #sortOdd(sorted: TextRow[], fields: string[]): void {
    const { header, leastFields, commentMark } = this.#layout;
    const filled = filledIn(fields);
    const isWhole = fields.length >= leastFields && !this.#hasMore(fields);
    if (filled === 0) this.#isBehindBlank = true;
    else if (header.some((names) => isSameRow(names, fields))) {
      this.#isInOther = false;
      this.#letGo(sorted, true);
      this.#take(sorted, { fields, problem: 'repeated-header' });
    } else if (this.#isInOther || this.#isComment(fields, isWhole, commentMark)) {
      this.#take(sorted, { fields, problem: 'beside-table' });
    } else if (this.#isOtherHeader(fields, isWhole)) {
      this.#isInOther = true;
      this.#letGo(sorted, true);
      this.#take(sorted, { fields, problem: 'beside-table' });
    } else if (this.#isTotal(fields, filled)) this.#take(sorted, { fields, problem: 'total-row' });
    else {
      const problem = isWhole ? null : fields.length < leastFields ? 'too-few-fields' : 'too-many-fields';
      const atEnd = this.#problemAtEnd(fields, filled, problem);
      if (atEnd !== problem) this.#hold(sorted, { row: { fields, problem }, atEnd });
      else if (problem === null) {
        this.#isBehindBlank = false;
        this.#takePlain(sorted, fields);
      } else this.#take(sorted, { fields, problem });
    }
  }

  /** Puts a row in its place behind those that are held. */
  #take(sorted: TextRow[], row: TextRow): void {
    if (this.#held.length === 0) sorted.push(row);
    else this.#hold(sorted, { row, atEnd: row.problem });
  }

  #hold(sorted: TextRow[], held: HeldRow): void {
    this.#held.push(held);
    if (this.#held.length > mostHeld) this.#letGo(sorted, false);
  }

  /** @param isEnd whether what is held stands below the table, or below a page of it */
  #letGo(sorted: TextRow[], isEnd: boolean): void {
    for (const { row, atEnd } of this.#held) sorted.push(isEnd ? { ...row, problem: atEnd } : row);
    this.#held = [];
  }

  #hasMore(fields: readonly string[]): boolean {
    return fields.length > this.#columns && fields.slice(this.#columns).some((field) => field !== '');
  }

  #brokenProblem(line: string): RowProblem {
    return commentMarks.some((mark) => line.startsWith(mark)) ? 'beside-table' : 'broken-quotes';
  }

  /** A row with a value for each column is one, whatever it begins with, unless the file has said that these are comments. */
  #isComment([first]: readonly string[], isWhole: boolean, known: string | null): boolean {
    return known !== null && first!.startsWith(known)
      ? true
      : !isWhole && commentMarks.some((mark) => first!.startsWith(mark));
  }

  /** Names behind a blank line, of more columns than a note has: words where this table has numbers or dates. */
  #isOtherHeader(fields: readonly string[], isWhole: boolean): boolean {
    if (!this.#isBehindBlank || !looksLikeNames(fields)) return false;
    if (!isWhole) return filledIn(fields) > 2 && fields.length > this.#columns;
    const named = this.#layout.valueColumns.filter((place) => !isEmpty(fields[place] ?? ''));
    return (
      named.length > 0 &&
      named.length * 2 >= this.#layout.valueColumns.length &&
      !fields.some((field) => isValue(field.trim()))
    );
  }

  /** The label of a sum, numbers, and nothing where each row has something: a date or a number, or most of its values. */
  #isTotal(fields: readonly string[], filled: number): boolean {
    const given = fields.filter((field) => !isEmpty(field)).map(cleaned);
    const texts = given.filter((field) => !isNumber(field) && !isDate(field));
    // Alone among dates and numbers: the total of a day, or the word behind a date. A customer may be called Total.
    const isAlone = texts.length === 1 && given.length > 1;
    if (isAlone && (isTotalOfPeriod(texts[0]!) || (isDate(given[0]!) && isTotalAlone(texts[0]!)))) return true;
    const [label, ...sums] = given;
    if (!isTotalLabel(label!) || !sums.every(isNumber)) return false;
    const { leastFields, filledColumns, valueColumns } = this.#layout;
    if (fields.length >= leastFields && sums.length === 0) return false;
    const empty = filledColumns.filter((place) => isEmpty(fields[place] ?? ''));
    return empty.length > 0 && (filled * 2 <= this.#columns + 1 || empty.some((place) => valueColumns.includes(place)));
  }

  /** What an odd row is where nothing but such rows follows. */
  #problemAtEnd(fields: readonly string[], filled: number, problem: RowProblem | null): RowProblem | null {
    if (problem !== null && this.#isBehindBlank) return 'beside-table';
    if (problem === 'too-many-fields' || filled * 2 > this.#columns) return problem;
    const [first, ...others] = fields.filter((field) => !isEmpty(field)).map(cleaned);
    const isSum = isNumber(first!) && others.every(isNumber) && isEmpty(fields[0]!);
    const isNearlyEmpty = this.#emptyAmong(fields) * 2 >= this.#layout.filledColumns.length;
    if (isSum && isNearlyEmpty && this.#layout.filledColumns.includes(0)) return 'total-row';
    // A name alone may be a row of a narrow table; half a row, where the file was cut, begins like the others.
    if (problem === null && (filled > 1 || this.#columns < 4)) return null;
    const isNote = !isValue(first!) && /\s|:$/.test(first!) && isNearlyEmpty;
    return isNote ? 'beside-table' : problem;
  }

  #emptyAmong(fields: readonly string[]): number {
    return this.#layout.filledColumns.filter((place) => isEmpty(fields[place] ?? '')).length;
  }
}

/** A line without anything in it; DOS leaves a mark at the end of a file. */
function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && (row[0] === '' || row[0] === '\x1a');
}

function isSameRow(names: readonly string[], fields: readonly string[]): boolean {
  if (names.length < 2 || fields.length < names.findLastIndex((name) => name !== '') + 1) return false;
  return filledIn(fields) > 1 && names.every((name, place) => name === cleaned(fields[place] ?? ''));
}
