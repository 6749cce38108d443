import { utils, write, type CellObject } from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { quotedLines } from '../../workers/decode/csv/quoted-lines.ts';
import { writingOf } from '../../workers/decode/csv/separators.ts';
import { encodingOf, TextDecoding } from '../../workers/decode/csv/text.ts';
import { WrittenRows } from '../../workers/decode/csv/written-rows.ts';

type Typed = string | boolean | Date | CellObject;

/** The cells of a text file, as a spreadsheet splits it. */
function cellsOf(bytes: Uint8Array<ArrayBuffer>): string[][] {
  const { encoding, markBytes } = encodingOf(bytes)!;
  const text = new TextDecoding(encoding).decode(bytes.slice(markBytes), true);
  const lines = quotedLines(text) ?? text;
  const { rows } = new WrittenRows(writingOf(lines, true, lines), '').split(lines, true);
  return rows.map((row) => row.map((cell) => cell.trim()));
}

/** A cell as a spreadsheet understands it in every country: plain numbers, dates that begin with the year. */
function typed(cell: string): Typed {
  const [number, decimals] = /^-?(?:0|[1-9]\d{0,14})(\.\d+)?$/.exec(cell) ?? [];
  if (number) return { t: 'n', v: Number(cell), ...(decimals && { z: `0${decimals.replaceAll(/\d/g, '0')}` }) };
  if (/^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?$/.exec(cell) ?? [];
  const date = new Date(`${day}T${time ?? '00:00:00'}Z`);
  return Number.isNaN(date.getTime()) ? cell : date;
}

const called = (name: string): string => name.replace(/\.\w+$/, '').slice(0, 31);

/** The files of an export as sheets of one workbook, each cell text, as hucre writes it. */
export async function asOneWorkbook(files: readonly File[]): Promise<File> {
  const sheets = await Promise.all(
    files.map(async (file) => ({ name: called(file.name), rows: cellsOf(new Uint8Array(await file.arrayBuffer())) })),
  );
  return new File([new Uint8Array(await writeXlsx({ sheets }))], 'export.xlsx');
}

/** A file of an export as a workbook of its own, its cells typed, as SheetJS writes it. */
export async function asTypedWorkbook(file: File): Promise<File> {
  const rows = cellsOf(new Uint8Array(await file.arrayBuffer())).map((row) => row.map(typed));
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(rows, { cellDates: true, UTC: true, dateNF: 'yyyy-mm-dd hh:mm:ss' }),
    called(file.name),
  );
  const bytes = write(book, {
    type: 'array',
    bookType: 'xlsx',
    bookSST: true,
    cellDates: false,
    compression: true,
  }) as ArrayBuffer;
  return new File([bytes], file.name.replace(/\.\w+$/, '.xlsx'));
}
