import { sheetXml, stylesXml, textXml, type SheetCell, type SheetTable } from './sheet-xml.ts';
import { zipFile } from './zip-file.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Rows whose values say how wide columns are. */
const sampledRows = 200;

/** What the name of a sheet may not have, and how long it may be (ECMA-376, part 1, 18.2.19). */
const notInNames = /[[\]:*?/\\']/g;
const longestName = 31;

/**
 * A table as a workbook (ECMA-376) with one sheet: cells typed, header frozen, dates as dates. Fetched when the first one is asked for.
 *
 * @throws RangeError for more rows than a sheet has
 */
export function workbookFile(given: SheetTable): Promise<Blob> {
  const { sample, rows } = sampled(given.rows);
  const name = textXml(given.name.replaceAll(notInNames, ' ').slice(0, longestName));
  const parts: Record<string, Iterable<string>> = {
    '[Content_Types].xml': [
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/></Types>`,
    ],
    '_rels/.rels': [relationships([['officeDocument', 'xl/workbook.xml']])],
    'xl/workbook.xml': [
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    'xl/_rels/workbook.xml.rels': [
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    'xl/styles.xml': [stylesXml],
    'xl/worksheets/sheet1.xml': sheetXml({ ...given, rows }, sample),
  };
  const entries = Object.entries(parts).map(([part, text]) => ({ name: part, text }));
  return zipFile(entries, mediaType);
}

function relationships(to: readonly (readonly [type: string, target: string])[]): string {
  const all = to.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

/** The first rows, and all of them, though they can be gone through but once. */
function sampled(rows: Iterable<readonly SheetCell[]>): {
  sample: (readonly SheetCell[])[];
  rows: Iterable<readonly SheetCell[]>;
} {
  const iterator = rows[Symbol.iterator]();
  const sample: (readonly SheetCell[])[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    sample.push(next.value);
    if (sample.length === sampledRows) break;
  }
  const rest: Iterable<readonly SheetCell[]> = { [Symbol.iterator]: () => iterator };
  return {
    sample,
    rows: (function* () {
      yield* sample;
      yield* rest;
    })(),
  };
}
