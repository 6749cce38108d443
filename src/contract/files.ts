/** The files of an export. */

export type FileKind = 'cards' | 'transactions' | 'stores';

export type FileFormat = 'parquet' | 'csv';

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
