import type { FileNature } from '../../contract/files.ts';

const sourceWords =
  'Export it again as Parquet or CSV from your loyalty platform, then open it here. A spreadsheet can be saved as an Excel workbook or as CSV.';

const saveAsCsv = 'Open it in the program it is from, save it as CSV, and open that here.';

/** What a file is that cannot be opened, and what to do about it. In English. */
export const natureWords: Record<FileNature, { is: string; next: string }> = {
  excel: {
    is: 'it is a workbook of an Excel of before 2007 (.xls)',
    next: 'In Excel choose Save as, then Excel Workbook (.xlsx), and open that file here.',
  },
  'excel-binary': {
    is: 'it is a binary Excel workbook (.xlsb)',
    next: 'In Excel choose Save as, then Excel Workbook (.xlsx), and open that file here.',
  },
  'excel-protected': {
    is: 'it is a workbook with a password',
    next: 'In Excel choose File, Info, Protect Workbook, Encrypt with Password, and delete the password; save it, and open it here.',
  },
  spreadsheet: {
    is: 'it is a spreadsheet of LibreOffice or OpenOffice (.ods)',
    next: 'Save it as an Excel workbook (.xlsx), and open that file here.',
  },
  numbers: {
    is: 'it is a spreadsheet of Apple Numbers',
    next: 'In Numbers choose File, Export To, Excel, and open that file here.',
  },
  document: { is: 'it is a text document', next: 'Leave it out, or export its data as CSV.' },
  pdf: { is: 'it is a PDF document', next: 'Ask for the export as CSV or Parquet: a PDF is for reading only.' },
  html: {
    is: 'it is a web page',
    next: 'The download was most likely a sign-in or error page. Sign in to your loyalty platform and download the export again.',
  },
  'html-table': {
    is: 'it is a web page with a table, under the name of a workbook',
    next: 'Open it in Excel, choose Save as, then Excel Workbook (.xlsx) or CSV UTF-8, and open that file here.',
  },
  xml: { is: 'it is an XML file', next: sourceWords },
  json: { is: 'it is a JSON file', next: sourceWords },
  zip: { is: 'it is an archive within another', next: 'Unpack it, and open the files in it.' },
  compressed: {
    is: 'it is compressed in a way that cannot be opened here',
    next: 'Unpack it, and open the files in it.',
  },
  database: { is: 'it is a database', next: 'Export its tables as CSV or Parquet, and open those here.' },
  data: { is: 'it holds tables for other programs', next: sourceWords },
  image: { is: 'it is an image', next: 'Leave it out, and open the cards and transactions files.' },
  binary: { is: 'it is no text and no Parquet file', next: saveAsCsv },
};
