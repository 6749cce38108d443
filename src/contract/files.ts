/** The files of an export. */

export type FileKind = 'cards' | 'transactions' | 'stores' | 'orders';

export type FileFormat = 'parquet' | 'csv' | 'excel';

/** What a file is known by when another like it comes: equal for files of a format with the same columns. */
export function shapeOf(format: FileFormat, columns: readonly string[]): string {
  return `${format}:${columns.join('\n')}`;
}

/**
 * What a file is that cannot be read. `excel`: a workbook of before 2007; `compressed`: by another way than gzip or zip; `data`: tables for
 * other programs; `html-table`: a web page with a table, as programs call it `.xls`.
 */
export type FileNature =
  | 'excel'
  | 'excel-binary'
  | 'excel-protected'
  | 'numbers'
  | 'spreadsheet'
  | 'document'
  | 'pdf'
  | 'html'
  | 'html-table'
  | 'xml'
  | 'json'
  | 'zip'
  | 'compressed'
  | 'database'
  | 'data'
  | 'image'
  | 'binary';
