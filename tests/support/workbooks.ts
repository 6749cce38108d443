import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import type { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { tableFromIPC } from 'apache-arrow';
import { rowProblemColumn } from '../../workers/decode/decoder.ts';

/** A sheet by hand: what is between the tags of its data. */
export interface SheetByHand {
  rows: string;
  name?: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
}

export interface WorkbookByHand {
  /** Items of shared strings: `<t>Gare</t>`. */
  strings?: string[];
  /** Codes of number formats, those of styles 1, 2 and so on; a number is that of a built-in one. */
  formats?: (string | number)[];
  date1904?: boolean;
  /** Parts in the place of those that would be there, or beside them; null for none. */
  parts?: Record<string, string | Uint8Array | null>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A workbook of these sheets, as a program would write it. */
export async function workbookByHand(sheets: string | SheetByHand[], more: WorkbookByHand = {}): Promise<File> {
  return packed(partsByHand(typeof sheets === 'string' ? [{ rows: sheets }] : sheets, more));
}

export function partsByHand(
  sheets: readonly SheetByHand[],
  { strings = [], formats = [], date1904 = false, parts = {} }: WorkbookByHand = {},
): Record<string, string | Uint8Array> {
  const codes = formats.map((format, at) => (typeof format === 'number' ? format : 200 + at));
  const made: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="st" Type="${office}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats
      .map((format, at) =>
        typeof format === 'string' ? `<numFmt numFmtId="${codes[at]}" formatCode="${escaped(format)}"/>` : '',
      )
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/>${codes.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(made).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null),
  );
}

/** An archive of parts. */
export async function packed(parts: Record<string, string | Uint8Array>, name = 'book.xlsx'): Promise<File> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(parts))
    await writer.add(path, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  return new File([await writer.close()], name);
}

/** Rows of a sheet, each cell as its XML without a reference: `<c><v>1</v></c>`. */
export const rowsOfCells = (...rows: string[][]): string =>
  rows.map((cells) => `<row>${cells.join('')}</row>`).join('');

/** A cell of text that it has for itself. */
export const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

/** What a decoder reads of a workbook. */
export interface ReadTable {
  name: string;
  columns: string[];
  rows: (string | null)[][];
  problems: (string | null)[];
  noted: { column: string; kind: string; rows: number; examples: string[] }[];
}

/** All tables of a workbook, as the engine reads them. */
export async function tablesOf(decoder: FileDecoder, file: File): Promise<ReadTable[]> {
  const tables: ReadTable[] = [];
  for (const { file: book, name, part } of (await decoder.unpack(file, file.name)).files) {
    const { id, columns } = await decoder.open(book, name, part);
    const table: ReadTable = { name, columns: columns.map((column) => column.name), rows: [], problems: [], noted: [] };
    await decoder.beginReading(
      id,
      columns.map(({ place }) => place),
    );
    for (let batch = await decoder.next(id); batch; batch = await decoder.next(id)) {
      for (const row of tableFromIPC(batch.ipc)) {
        const values = row.toJSON() as Record<string, string | null>;
        table.problems.push(values[rowProblemColumn] ?? null);
        table.rows.push(columns.map(({ place }) => values[`c${place}`] ?? null));
      }
      for (const { place, ...noted } of batch.noted ?? []) table.noted.push({ column: columns[place]!.name, ...noted });
    }
    await decoder.close(id);
    tables.push(table);
  }
  return tables;
}
