/** A column of a table that is taken away as a workbook. */
export interface SheetColumn {
  name: string;
  /** `date` and `date-time`: ISO 8601 without a zone, `2026-04-03` and `2026-04-03T10:30:00`. */
  kind: 'text' | 'number' | 'date' | 'date-time';
  /** Digits behind the point that numbers are shown with; as many as they have where nothing is said. */
  decimals?: 2;
}

/** Text that is no date where one is wanted stays text; null is an empty cell. */
export type SheetCell = string | number | null;

export interface SheetTable {
  /** The name of the sheet. */
  name: string;
  columns: readonly SheetColumn[];
  rows: Iterable<readonly SheetCell[]>;
}

/** Styles of cells by their index in `styles`: as they are, header, day, instant, amount. */
const styleOf = { plain: 0, header: 1, date: 2, 'date-time': 3, amount: 4 } as const;

/** What a sheet holds of rows, its header included, and of characters in a cell. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;

/** Excel's day 0, from March 1900 on (ECMA-376, part 1, 18.17.4.1). */
const dayZero = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** Characters that a column is wide, at least and at most. */
const widths = { least: 9, most: 60 };

/** Rows that are written at a time. */
const rowsTogether = 500;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The styles that sheets refer to (ECMA-376, part 1, 18.8). */
export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  ...[164, 165, 4].map(
    (format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ),
].join('')}</cellXfs></styleSheet>`;

/**
 * A sheet as XML, some rows at a time: header frozen, columns as wide as their first values. Every text is a text by its type, which no
 * program takes for a formula, whatever it begins with.
 *
 * @param sample the first rows, for the widths
 * @throws RangeError for more rows than a sheet has
 */
export function* sheetXml({ columns, rows }: SheetTable, sample: readonly (readonly SheetCell[])[]): Generator<string> {
  const cols = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, at, sample)}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
  const references = columns.map((_, at) => columnName(at));
  const header = columns.map(({ name }, at) => textCell(`${references[at]}1`, name, styleOf.header));
  let text = `<row r="1">${header.join('')}</row>`;
  let row = 1;
  for (const cells of rows) {
    if (++row > mostRows) throw new RangeError(`a sheet has ${mostRows} rows at most`);
    text += `<row r="${row}">`;
    for (let at = 0; at < columns.length; at++) text += cellXml(references[at]! + row, columns[at]!, cells[at] ?? null);
    text += '</row>';
    if (row % rowsTogether !== 0) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData></worksheet>`;
}

function cellXml(reference: string, { kind, decimals }: SheetColumn, cell: SheetCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return '';
    return `<c r="${reference}" s="${decimals ? styleOf.amount : styleOf.plain}"><v>${cell}</v></c>`;
  }
  const serial = kind === 'date' || kind === 'date-time' ? serialOf(cell) : null;
  if (serial === null || kind === 'text' || kind === 'number') return textCell(reference, cell, styleOf.plain);
  return `<c r="${reference}" s="${styleOf[kind]}"><v>${serial}</v></c>`;
}

function textCell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`;
}

/** Days since Excel's day 0, with the time of day as their fraction; null for what is no such instant, or one that Excel does not show. */
function serialOf(iso: string): number | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d(?:\.\d{1,6})?))?$/.exec(iso) ?? [];
  const ms = day === undefined ? NaN : Date.parse(`${day}T${time ?? '00:00:00'}Z`);
  return ms >= Date.UTC(1900, 2, 1) ? (ms - dayZero) / dayMs : null;
}

/** Text for XML: what that cannot hold is escaped as Excel does it, `_x0001_`, and so is what only looks like it. */
export function textXml(text: string): string {
  return (
    text
      .slice(0, mostCharacters)
      // Half a pair is no character.
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .replaceAll(/_x(?=[\dA-Fa-f]{4}_)/g, '_x005F_x')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\x00-\x08\x0b-\x1f\ufffe\uffff]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function widthOf({ name, kind }: SheetColumn, at: number, sample: readonly (readonly SheetCell[])[]): number {
  const own = { date: 11, 'date-time': 20, number: 0, text: 0 }[kind];
  const longest = sample.reduce((most, cells) => Math.max(most, String(cells[at] ?? '').length), name.length + 1);
  return Math.min(widths.most, Math.max(widths.least, own, kind === 'text' || kind === 'number' ? longest + 1 : 0));
}

/** `A`, `Z`, `AA`. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
