import type { LeftOut } from '../../contract/left-out.ts';
import type { WantedValue } from '../../contract/errors.ts';
import type { CauseText, ErrorText } from '../errors.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import type { FileKind } from '../../contract/files.ts';
import { natureWords } from './natures.ts';
import { engineErrors } from './engine-errors.ts';
import { questionErrors } from './questions.ts';
import { workbookErrors } from './workbook.ts';
import { cut, visible } from '../shown.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';
import { namesByReason } from '../left-out.ts';

/** In English. */
export function errors(format: Format) {
  const { fileSize, integer, plural } = format;
  const { count, some } = helpers(format);
  const withReasons = (files: readonly LeftOut[]): string =>
    namesByReason(files, leftOutReasons, (names) => some(names, 6));
  const causeText: CauseText = {
    'end-missing': 'its end is missing',
    'beginning-missing': 'its beginning is missing',
    'endless-line': 'a line does not end',
    'unmatched-quotes': 'the quotes in its header do not match',
    contradiction: 'its contents contradict themselves',
    changed: 'it changed while it was read',
    absent: 'there is no such file',
    ended: 'the browser ended it',
    'no-answer': 'it does not answer',
    'not-fetched': 'a part of it could not be fetched',
  };

  function wantedWords(wanted: WantedValue): string {
    switch (wanted.is) {
      case 'whole':
        return wanted.to === undefined
          ? `a whole number, ${integer(wanted.from)} or more`
          : `a whole number from ${integer(wanted.from)} to ${integer(wanted.to)}`;
      case 'above-zero':
        return 'a number above 0';
      case 'instant':
        return 'an ISO-8601 instant such as 2026-04-11T20:57:23.123456Z';
      case 'time-zone':
        return 'a time zone such as Europe/Luxembourg';
      case 'week-start':
        return 'a whole number from 1, Monday, to 7, Sunday';
      case 'one-of':
        return `one of ${wanted.values.join(', ')}`;
      case 'sort':
        return `one of ${wanted.columns.join(', ')}, with a leading - for descending`;
    }
  }

  const needs: Record<FileKind, string> = {
    cards: 'the loyalty cards, one row per card',
    transactions: 'the loyalty transactions, one row per transaction',
    stores: 'the names of the stores',
    orders: 'the orders of the till',
  };

  /** The engine's words for what a column may hold, in a merchant's. */
  const wants: Record<string, string> = {
    id: 'a number or a text',
    text: 'a text',
    integer: 'a whole number',
    instant: 'a date and time',
    boolean: 'true or false',
  };

  const errorText: ErrorText = {
    'format-unknown': ({ file, looksLike }) => ({
      title: `${file} cannot be opened: ${natureWords[looksLike].is}`,
      explanation: 'Loyalty Lens reads Parquet, CSV and Excel files (.xlsx), and zip archives of them.',
      next: natureWords[looksLike].next,
    }),
    'header-missing': ({ file, firstRow }) => ({
      title: `${file} has no names of columns`,
      explanation:
        firstRow.length === 0
          ? 'The first row of a table holds the names of its columns; there is no row at all here.'
          : `The first row of a table holds the names of its columns; here it is ${some(
              firstRow.map((field) => cut(visible(field), 40)),
              6,
            )}, which looks like data.`,
      next: 'Export the file with a header row, or add one as its first line.',
    }),
    'archive-too-large': ({ file, bytes }) => ({
      title: `${file} unpacks to too much`,
      explanation: `Its files are ${fileSize(bytes)} unpacked, more than fits into the memory of a browser tab.`,
      next: 'Unpack it yourself and open the files, or zip only the files of cards, transactions and stores.',
    }),
    ...workbookErrors(format),
    ...questionErrors(format),
    ...engineErrors,
    'too-many-files': ({ archive, count: files, limit }) => ({
      title: archive ? `${archive} holds ${integer(files)} files` : `${integer(files)} files are too many`,
      explanation: `An export has ${integer(limit)} files at most; this looks like a folder with much else in it.`,
      next: 'Choose only the files of cards, transactions and stores.',
    }),
    'too-many-columns': ({ file, count: columns, limit }) => ({
      title: `${file} has ${integer(columns)} columns`,
      explanation: `A table of an export has ${integer(limit)} columns at most, and needs some ten of them. Perhaps rows and columns are the wrong way round, or lines do not end where they should.`,
      next: 'Export it again with one row per card or transaction, then open it here.',
    }),
    'archive-empty': ({ file, found }) => ({
      title: `${file} holds no file of an export`,
      explanation:
        found.length === 0
          ? 'The archive is empty.'
          : found.length === 1
            ? `In it is only ${some(found)}, which is no Parquet, CSV or Excel file.`
            : `In it are ${some(found, 6)}; none of them is a Parquet, CSV or Excel file.`,
      next: 'Choose the archive with the cards and transactions files, or the files themselves.',
    }),
    'file-empty': ({ file }) => ({
      title: `${file} is empty`,
      explanation: 'The file has a size of 0 bytes: the export or the download probably stopped before it began.',
      next: 'Export or download the file again, then open it here.',
    }),
    'file-damaged': ({ file, cause }) => ({
      title: `${file} is damaged`,
      explanation: `Part of the file cannot be read (${cause}). It may have been cut short on its way here.`,
      next: 'Export or copy the file again, then open it here.',
    }),
    'file-too-slow': ({ file, seconds }) => ({
      title: `${file} could not be read in time`,
      explanation: `For ${count(seconds, 'second')} nothing more of it was read, so the reading was ended. The file is most likely damaged, or unpacks to far more than it seems to hold.`,
      next: 'Export the file again. If it is on a network drive, copy it to this device first.',
    }),
    'file-unreadable': ({ file, cause }) => ({
      title: `${file} cannot be read`,
      explanation: `The browser could not read it (${cause}). It may have been moved, changed or deleted since it was chosen, or be a folder.`,
      next: 'Choose the file once more. On a network drive or a USB stick, copy it to this device first.',
    }),
    'file-encrypted': ({ file }) => ({
      title: `${file} is encrypted`,
      explanation: 'Its contents cannot be read without a key, and Loyalty Lens has no use of keys.',
      next: 'Export the file again without encryption, then open it here.',
    }),
    'kind-unknown': ({ file, columns, closest, missing }) => ({
      title: `${file} is neither cards, transactions nor stores`,
      explanation: closest
        ? `It is closest to a ${closest} file, but ${lacks(missing)}. ${found(columns)}`
        : `Files are recognised by their columns. ${found(columns)}`,
      next: closest
        ? `If this is your ${closest} file, export it with ${missing.length === 1 ? 'that column' : 'those columns'}; otherwise leave it out.`
        : 'Leave this file out, or check that it is the right one.',
    }),
    'column-missing': ({ file, kind, missing, columns }) => ({
      title: `${file} has no ${columnsNamed(missing)}`,
      explanation: `A ${kind} file needs ${missing.length === 1 ? 'this column' : 'these columns'}. ${found(columns)}`,
      next: `Export the ${kind} again with ${missing.length === 1 ? 'it' : 'them'}, or rename the ${missing.length === 1 ? 'column that holds it' : 'columns that hold them'}.`,
    }),
    'column-ambiguous': ({ file, column, columns }) => ({
      title: `${file} has more than one column “${column}”`,
      explanation: `${
        new Set(columns).size === 1
          ? `${integer(columns.length)} columns have this name`
          : `The columns ${quoted(columns)} differ only in upper and lower case`
      }, so it is not clear which one to use.`,
      next: 'Rename or remove all of them but one, then open the file again.',
    }),
    'column-type': ({ file, column, found: type, wanted }) => ({
      title: `The column “${column}” of ${file} is of the wrong type`,
      explanation: `It holds ${type}; ${wants[wanted] ?? wanted} is needed.`,
      next: `Export the file again with ${wants[wanted] ?? wanted} in “${column}”.`,
    }),
    'delta-unreadable': ({ file, why }) => ({
      title: `The table ${file} cannot be read from its log`,
      explanation:
        why === 'checkpoint'
          ? 'It is a Delta table whose log begins with a checkpoint, which is not read here: parts of it may have been replaced, and rows would count twice.'
          : 'It is a Delta table in which rows of a part are deleted in a file of their own, which is not read here: they would count all the same.',
      next: 'Export the table as one Parquet or CSV file. If you know that every part counts, open the parts without the folder _delta_log.',
    }),
    'kind-twice': ({ kind, files, rows }) => ({
      title: `There are two exports of the same ${kind}`,
      explanation: `${quoted(files)} have ${count(rows, 'id')} in common: they say different things of them, and nothing in them tells which is the newer.`,
      next: 'Open only the newer one. Files that continue each other can be opened together.',
    }),
    'kind-absent': ({ kind, files, leftOut }) => ({
      title: `The ${kind} file is missing`,
      explanation: `${quoted(files)} came without ${needs[kind]}. An export needs at least those.${
        leftOut.length === 0 ? '' : ` Left out: ${withReasons(leftOut)}.`
      }`,
      next: 'Choose or drop all files of the export at once.',
    }),
    'no-usable-rows': ({ file, rows, column, reason, example }) => ({
      title: `No row of ${file} can be used`,
      explanation: `${rows === 1 ? 'Its only row was' : `All of its ${integer(rows)} rows were`} set aside. The commonest reason${column === '' ? '' : ` is the column “${column}”`}: ${reasons[reason].toLowerCase()}${example === null ? '' : `, as in “${example}”`}.`,
      next: `Correct ${column === '' ? 'that' : `the column “${column}”`} and export the file again.`,
    }),
    'rows-lost': ({ file, expected, got }) => ({
      title: `Not all rows of ${file} arrived`,
      explanation: `The file has ${count(expected, 'row')} and ${plural(got, { one: '# was', other: '# were' })} read. Answers from a part of them would be wrong, so it was not opened.`,
      next: 'Open the export again. If it happens again, export it anew.',
    }),
    'out-of-memory': ({ file }) => ({
      title: file
        ? `${file} is too large for the memory of this browser tab`
        : 'This needs more memory than the browser tab has',
      explanation: 'Everything is computed on this device, in the memory that the browser gives to one page.',
      next: 'Close other tabs and try again, use a device with more memory, or export a shorter period.',
    }),
    'too-large': ({ rows, bytes, limit }) => ({
      title: 'The export is too large for a browser tab',
      explanation: `Its ${plural(rows, { one: '# row needs', other: '# rows need' })} about ${fileSize(bytes)} of memory, and the engine can hold ${fileSize(limit)}. Nothing was loaded; what was open stays open.`,
      next: 'Open fewer years or a single merchant. If the files are CSV, export them as Parquet, which takes less room to read.',
    }),
    'load-cancelled': () => ({
      title: 'Opening was cancelled',
      explanation: 'The files were not opened.',
      next: 'Open them again whenever you like.',
    }),
    'load-in-progress': () => ({
      title: 'Another export is still being opened',
      explanation: 'One export is opened at a time.',
      next: 'Wait until it is open, or cancel it first.',
    }),
    'nothing-loaded': () => ({
      title: 'No export is open',
      explanation: 'There is nothing to answer this from.',
      next: 'Open your cards and transactions files, or a sample export.',
    }),
    'parameter-invalid': ({ parameter, value, wanted }) => ({
      title: `“${value}” is not possible for ${parameter}`,
      explanation: `${parameter} takes ${wantedWords(wanted)}.`,
      next: 'Choose another value.',
    }),
    'merchant-needed': ({ merchants }) => ({
      title: 'Which merchant?',
      explanation: `The export holds ${integer(merchants.length)} merchants: ${some(merchants.map(String))}.`,
      next: 'Choose one of them.',
    }),
    internal: ({ cause }) => ({
      title: 'Something went wrong',
      explanation: `This is a fault of Loyalty Lens, not of your files (${cause}).`,
      next: 'Try again. If it happens again, please report it with the words above.',
    }),
  };

  /** `“a”, “b” and “c”` */
  function quoted(names: string[]): string {
    const marked = names.map((name) => `“${name}”`);
    return marked.length < 2 ? marked.join() : `${marked.slice(0, -1).join(', ')} and ${marked.at(-1)}`;
  }

  function columnsNamed(names: string[]): string {
    return `${names.length === 1 ? 'column' : 'columns'} ${quoted(names)}`;
  }

  function lacks(missing: string[]): string {
    return `the ${columnsNamed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
  }

  function found(columns: string[]): string {
    if (columns.length === 0) return 'It has no columns at all.';
    return columns.length === 1 ? `Its only column is ${some(columns)}.` : `Its columns are ${some(columns)}.`;
  }
  return { errorText, causeText };
}
