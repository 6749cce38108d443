/** The files of an export. */

export type FileKind = 'cards' | 'transactions' | 'stores' | 'orders';

export type FileFormat = 'parquet' | 'csv';

/** What a file is known by when another like it comes: equal for files of a format with the same columns. */
export function shapeOf(format: FileFormat, columns: readonly string[]): string {
  return `${format}:${columns.join('\n')}`;
}

/** What a file is that cannot be read. `compressed`: by another way than gzip or zip; `data`: tables for other programs. */
export type FileNature =
  | 'excel'
  | 'spreadsheet'
  | 'document'
  | 'pdf'
  | 'html'
  | 'xml'
  | 'json'
  | 'zip'
  | 'compressed'
  | 'database'
  | 'data'
  | 'image'
  | 'binary';
