import type { LeftOut } from '../../contract/left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { notes } from './notes.ts';
import { named } from '../shown.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';
import { namesByReason } from '../left-out.ts';

/** In English. */
export function quality(format: Format) {
  const { date, integer } = format;
  const { count, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));
  /** Words of the report on what was read. */
  const qualityText = {
    title: 'Data',
    lead: (name: string): string => `What was read from ${name}, what was used, and what was not.`,
    period: 'Period',
    calendar: 'Days and months',
    periodOf: (from: string, to: string): string => `${date(from)} to ${date(to)}`,
    noPeriod: 'No rows',
    merchants: 'Merchants',
    amounts: 'Purchase amounts',
    amountsYes: 'In the export',
    amountsNo: 'Not in the export',
    currency: 'Currency',
    currencyFrom: {
      files: 'From the files',
      chosen: 'Chosen here, kept for files like these',
      sample: 'Of the sample',
    },
    currencyUnknown: 'Not in the files',
    memory: 'Memory in use by the loaded export',
    memoryUnknown: 'Not known',
    files: (files: number, size: string): string => `${count(files, 'file')} · ${size}`,
    filesTitle: 'Files',
    moreFiles: (rest: number): string => `Show ${count(rest, 'more file')}`,
    file: 'File',
    size: 'Size',
    read: 'Rows read',
    used: 'Used',
    setAside: 'Set aside',
    allUsed: 'Every row was used.',
    noRows: 'The file has no rows.',
    setAsideTitle: 'Rows set aside',
    setAsideLead: 'These rows could not be used, and are in no answer.',
    column: 'Column',
    wholeRow: 'The row',
    reason: 'Reason',
    rows: 'Rows',
    examples: 'Examples',
    row: (row: number): string => `row ${integer(row)}`,
    rowOf: (row: number, file: string): string => `${named(file)}, row ${integer(row)}`,
    noValue: 'no value',
    blank: 'blank',
    quoted: (value: string): string => `“${value}”`,
    reasons,
    notesTitle: 'Worth knowing',
    notesLead: 'Rows that are used, and what they do to the answers.',
    noteWords: notes(format),
    noteExamples: 'For example',
    columns: (used: number, ignored: number): string =>
      `${count(used, 'column')} used${ignored ? `, ${integer(ignored)} not needed` : ''}`,
    columnName: 'Column',
    columnFound: 'In the file',
    columnType: 'Type',
    /** The types of Parquet are names; that of CSV is a word. */
    typeName: (type: string): string =>
      (({ text: 'text', Unknown: 'unknown' }) as Record<string, string>)[type] ?? type,
    absent: 'Optional columns that the file does not have',
    ignored: 'Columns that are not needed, and were not read',
    download: 'Download report (CSV)',
    downloadName: 'data-report.csv',
    downloadWorkbook: 'Download report (Excel)',
    workbookName: 'data-report.xlsx',
    report: {
      sheet: 'Report',
      header: ['File', 'Kind', 'Entry', 'Column', 'Rows', 'Example row', 'Example value', 'Effect on the answers'],
      allFiles: (files: number): string => `All ${integer(files)} files`,
      setAsideFor: (reason: string): string => `Set aside: ${reason}`,
      setAsideEffect: 'In no answer',
    },
    matchedTitle: 'Columns',
    matchedByNames: 'Recognised by their names.',
    matchedByHand: 'Matched by you, and remembered on this device for files with the same columns.',
    matchedThisTime: 'Matched by you, for this time.',
    matchedAsBefore: 'Matched as last time, by what you chose for files with the same columns.',
    leftOut: (files: readonly LeftOut[]): string => `Left out, and in no answer: ${why(files)}.`,
    change: 'Change',
    changeLabel: 'Change which column is which',
    forget: 'Forget',
    forgetLabel: 'Forget how these columns were matched',
    tables: 'The checked tables',
    tablesHint:
      'Cards, transactions and stores as the answers use them, with the calendar, as Parquet files in one zip archive: for a database, or for whoever checks the figures.',
    privacyTitle: 'Proof that nothing leaves this device',
    privacy: [
      'The files are read by this page, in this browser tab. There is no account, no server that computes, no tracking.',
      'The page carries a Content-Security-Policy, by which the browser refuses any request to another address, whatever the code of the page might try. The database inside is locked down as well: it can read no files and load no extensions.',
    ],
    /** Where the browser enforces it, found by trying. */
    protection: {
      everywhere:
        'Tried just now: your browser refuses requests to other addresses, for this page and for all the workers that compute for it.',
      page: 'Tried just now: your browser refuses requests to other addresses for this page itself, but not for the workers that compute for it. They make none either, as the Network tab of its developer tools shows.',
      nowhere:
        'Tried just now: nothing in your browser refuses requests to other addresses here, since this host has removed the policy from the page. Loyalty Lens makes none all the same, as the Network tab of the developer tools shows.',
    },
    notices: 'Software by others in this page, and its licences',
    kept: 'This page works without a network.',
    /** Only where the browser installs pages as apps. */
    install: {
      hint: 'This page can also be an app on this device, with a window of its own.',
      opensFiles: 'It is then among the programs that open Parquet, CSV and Excel files.',
      button: 'Install as an app',
    },
    /** How to see it for oneself, by whether the page is kept on the device. */
    seeForYourself: {
      kept: 'To see it for yourself: unplug the network now, then open another export. Or watch the Network tab of the developer tools while a file is opened.',
      keeping:
        'To see it for yourself: watch the Network tab of the developer tools while a file is opened. Loyalty Lens itself is also being saved on this device; once it is, you will read here that you can unplug the network.',
      'not-kept':
        'To see it for yourself: watch the Network tab of the developer tools while a file is opened. Loyalty Lens itself could not be saved on this device, so parts of it that you have not opened yet still come over the network.',
      'one-file':
        'This file is all there is of Loyalty Lens: it asks for nothing while it is open. To see it for yourself: unplug the network, then open an export. Or watch the Network tab of the developer tools while a file is opened.',
    },
  };
  return { qualityText };
}
