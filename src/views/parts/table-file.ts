import type { Exact } from '../../contract/exact.ts';
import { csvOf, type CsvDialect } from '../../domain/csv.ts';
import type { SheetColumn } from '../../platform/workbook/sheet-xml.ts';
import { workbookFile } from '../../platform/workbook/workbook-file.ts';
import type { Column } from '../../ui/table-rows.ts';

/** A table of the page, to be taken away. */
export interface TakenTable<Row> {
  /** What the table holds; the name of its sheet. */
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** What a column of remarks is called beside the one that they are on. */
  remarksOf: (label: string) => string;
}

interface CellColumn<Row> extends SheetColumn {
  cell: (row: Row) => Exact | null;
}

/** As CSV, for the spreadsheets of a country. */
export function tableAsCsv<Row>(table: TakenTable<Row>, dialect: CsvDialect): Blob {
  const columns = cellColumns(table);
  const lines = table.rows.map((row) => columns.map(({ cell }) => cell(row)));
  return new Blob([csvOf([columns.map(({ name }) => name), ...lines], dialect)], { type: 'text/csv;charset=utf-8' });
}

/** As a workbook of Excel: numbers are numbers, money has two decimals. */
export function tableAsWorkbook<Row>(table: TakenTable<Row>): Promise<Blob> {
  const columns = cellColumns(table);
  const lines = function* (): Generator<(Exact | null)[]> {
    for (const row of table.rows) yield columns.map(({ cell }) => cell(row));
  };
  return workbookFile({ name: table.title, columns, rows: lines() });
}

/** As Parquet, for what computes with tables. */
export async function tableAsParquet<Row>(table: TakenTable<Row>): Promise<Blob> {
  const { parquetFile } = await import('../../platform/parquet-file.ts');
  return parquetFile(cellColumns(table).map(({ cell, ...column }) => ({ ...column, cells: table.rows.map(cell) })));
}

/** The columns of a file: those of the table, and beside one with remarks these. */
function cellColumns<Row>({ columns, rows, remarksOf }: TakenTable<Row>): CellColumn<Row>[] {
  return columns.flatMap(({ label, value, taken, remark, numeric = false, isMoney = false, isDay = false }) => {
    const own: CellColumn<Row> = {
      name: label,
      kind: isDay ? 'date' : numeric ? 'number' : 'text',
      ...(isMoney && { decimals: 2 as const }),
      cell: taken ?? value,
    };
    const isRemarked = remark !== undefined && rows.some((row) => remark(row) !== null);
    return isRemarked ? [own, { name: remarksOf(label), kind: 'text' as const, cell: remark }] : [own];
  });
}
