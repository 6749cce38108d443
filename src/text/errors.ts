import type { EngineFailure, ErrorCode, ErrorDetails, FileKind } from '../contract.ts';
import { integer } from '../format.ts';
import { text } from './en.ts';

/** An error in a merchant's words: what is wrong with what, why, and what to do about it. */
export interface ErrorWords {
  title: string;
  explanation: string;
  next: string;
}

const needs: Record<FileKind, string> = {
  cards: 'the loyalty cards, one row per card',
  transactions: 'the loyalty transactions, one row per transaction',
  stores: 'the names of the stores',
};

/** The engine's words for what a column may hold, in a merchant's. */
const wants: Record<string, string> = {
  id: 'a number or a text',
  text: 'a text',
  integer: 'a whole number',
  instant: 'a date and time',
  boolean: 'true or false',
};

const sourceWords = 'Export it again as Parquet from your loyalty platform, then open it here.';

const words: { [C in ErrorCode]: (details: ErrorDetails[C]) => ErrorWords } = {
  'not-parquet': ({ file }) => ({
    title: `${file} is not a Parquet file`,
    explanation:
      'Loyalty Lens reads exports in the Parquet format; a file of another format does not become one by its name.',
    next: sourceWords,
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
    explanation: `The columns ${quoted(columns)} differ only in upper and lower case, so it is not clear which one to use.`,
    next: 'Rename or remove all of them but one, then open the file again.',
  }),
  'column-type': ({ file, column, found: type, wanted }) => ({
    title: `The column “${column}” of ${file} is of the wrong type`,
    explanation: `It holds ${type}; ${wants[wanted] ?? wanted} is needed.`,
    next: `Export the file again with ${wants[wanted] ?? wanted} in “${column}”.`,
  }),
  'kind-twice': ({ kind, files }) => ({
    title: `There are ${integer(files.length)} ${kind} files`,
    explanation: `${quoted(files)} all have the columns of a ${kind} file. An export has one.`,
    next: 'Open only the files that belong together, one of each kind.',
  }),
  'kind-absent': ({ kind, files }) => ({
    title: `The ${kind} file is missing`,
    explanation: `${quoted(files)} came without ${needs[kind]}. An export needs cards and transactions.`,
    next: 'Choose or drop all files of the export at once.',
  }),
  'no-usable-rows': ({ file, rows, column, reason, example }) => ({
    title: `No row of ${file} can be used`,
    explanation: `All of its ${integer(rows)} rows were set aside. The commonest reason is the column “${column}”: ${text.data.reasons[reason].toLowerCase()}${example === null ? '' : `, as in “${example}”`}.`,
    next: `Correct the column “${column}” and export the file again.`,
  }),
  'rows-lost': ({ file, expected, got }) => ({
    title: `Not all rows of ${file} arrived`,
    explanation: `The file has ${integer(expected)} rows and ${integer(got)} were read. Answers from a part of them would be wrong, so it was not opened.`,
    next: 'Open the export again. If it happens again, export it anew.',
  }),
  'out-of-memory': ({ file }) => ({
    title: `${file} is too large for the memory of this browser tab`,
    explanation: 'Everything is computed on this device, in the memory that the browser gives to one page.',
    next: 'Close other tabs and try again, use a device with more memory, or export a shorter period.',
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
    explanation: `${parameter} takes ${wanted}.`,
    next: 'Choose another value.',
  }),
  'merchant-needed': ({ merchants }) => ({
    title: 'Which merchant?',
    explanation: `The export holds ${integer(merchants.length)} merchants: ${some(merchants.map(String))}.`,
    next: 'Choose one of them.',
  }),
  'engine-start': ({ cause }) => ({
    title: 'The analytics engine could not start',
    explanation: `This browser may be too old, or block WebAssembly or workers (${cause}).`,
    next: 'Reload the page. If it happens again, update the browser or try another one.',
  }),
  'engine-crashed': ({ cause }) => ({
    title: 'The analytics engine stopped',
    explanation: `Most often the browser ran out of memory (${cause}). Your files are untouched.`,
    next: 'Open the export again. If it happens again, close other tabs first.',
  }),
  internal: ({ cause }) => ({
    title: 'Something went wrong',
    explanation: `This is a fault of Loyalty Lens, not of your files (${cause}).`,
    next: 'Try again. If it happens again, please report it with the words above.',
  }),
};

/** Turns an error of the engine into words for the page and for the command line. */
export function describeFailure<C extends ErrorCode>(failure: EngineFailure<C>): ErrorWords {
  return words[failure.code](failure.details);
}

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
  return columns.length === 0 ? 'It has no columns at all.' : `Its columns are ${some(columns)}.`;
}

/** The first of a list that may be long. */
function some(names: string[], most = 12): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${integer(rest)} more` : names.join(', ');
}
