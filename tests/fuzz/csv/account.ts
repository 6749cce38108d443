import type { FileReport, SetAsideReason } from '../../../src/contract/report.ts';
import type { CsvFile } from './bases.ts';
import type { Loaded } from './loaded.ts';
import { recordsOf, type TextRecord } from './records.ts';
import { keyColumns, keyOf, toldBy, type Row, type Told } from './told.ts';

/** Why of several rows that are one all but one are set aside. */
const ofDuplicates: readonly SetAsideReason[] = ['duplicate-id', 'earlier-row'];

/**
 * What is wrong with a load, by what an independent reader makes of the text: a row that the text has and neither the export nor the
 * report, a value that the text plainly says and the export says otherwise, a row or a value that nobody wrote.
 */
export function unaccounted(text: string, base: CsvFile, report: FileReport, loaded: Loaded): string[] {
  const { header, records } = tableIn(text, base);
  const rows = loaded.rows[base.kind];
  const aside = sumOf(report.setAside);
  const orders = base.kind === 'transactions' ? loaded.orders : 0;
  const wrong: string[] = [];
  const { rowsRead, rowsUsed } = report;
  const doubtful = records.reduce((sum, record) => sum + record.doubtful, 0);
  if (rowsRead < records.length || rowsRead > records.length + doubtful)
    wrong.push(`${rowsRead} rows read of ${records.length}${doubtful > 0 ? ` to ${records.length + doubtful}` : ''}`);
  if (rowsRead !== rowsUsed + aside) wrong.push(`${rowsRead} rows read, ${rowsUsed} used, ${aside} set aside`);
  if (rows.length + orders !== rowsUsed)
    wrong.push(`${rowsUsed} rows used, ${rows.length} in the export and ${orders} without a card`);
  const places = placesIn(header, base, report);
  if (keyColumns[base.kind].some((column) => !places.has(column))) return wrong;
  const told = wholeOf(records, header).map((fields) => toldBy(fields, places, base));
  // What cannot be told of a record may be loaded as anything.
  const untold = records.filter((record) => record.doubtful > 0).length + told.filter(({ key }) => key === null).length;
  const left = byKey(rows, (row) => keyOf(base.kind, row));
  return [...wrong, ...compared(told, untold, left, report)];
}

/** Of a text: from this share of zeros on it is none. */
const zerosInText = 0.01;

/** Whether damage left the header as it was, and nearly all records with a value for each of its columns: no reason to refuse a file. */
export function isMostlySound(text: string, base: CsvFile): boolean {
  const { header, records } = tableIn(text, base);
  if (text.split('\0').length > text.length * zerosInText) return false;
  return header.join() === base.header.join() && wholeOf(records, header).length > records.length * 0.9;
}

/** The records of a text below its header; a header that is repeated right below is part of it. */
function tableIn(text: string, { dialect }: CsvFile): { header: string[]; records: TextRecord[] } {
  const [first, ...records] = recordsOf(text.replace('\ufeff', ''), dialect.delimiter);
  const header = first?.fields ?? [];
  const from = records.findIndex(({ fields }) => fields?.join() !== header.join());
  return { header, records: from === -1 ? [] : records.slice(from) };
}

/** Where a record has the columns that the load has taken for those of the same name, as far as the header still says so. */
function placesIn(header: readonly string[], base: CsvFile, report: FileReport): Map<string, number> {
  const places = base.columns.map((column, index): [string, number] => {
    const own = base.header[index]!;
    const isTaken = report.columns.some(({ name, found }) => name === column && found === own);
    return [column, isTaken ? header.indexOf(own) : -1];
  });
  return new Map(places.filter(([, place]) => place >= 0));
}

/** The values of records that have one for each column, and none for more. */
function wholeOf(records: readonly TextRecord[], header: readonly string[]): string[][] {
  const least = header.findLastIndex((name) => name.trim() !== '') + 1;
  const isWhole = (fields: readonly string[]): boolean =>
    fields.length >= least && fields.slice(header.length).every((field) => field === '');
  return records.flatMap(({ fields, doubtful }) => (fields && doubtful === 0 && isWhole(fields) ? [fields] : []));
}

/**
 * @param untold how many records there are beside those that are told
 * @param left the rows of the export by their keys; those that are found are taken out
 */
function compared(
  told: readonly Told[],
  untold: number,
  left: ReadonlyMap<string | null, Row[]>,
  report: FileReport,
): string[] {
  const withKey = told.filter(({ key }) => key !== null).sort((a, b) => a.unclear.length - b.unclear.length);
  const missing: Told[] = [];
  const unread = new Map<string, number>();
  for (const one of withKey) {
    const found = left.get(one.key) ?? [];
    const at = found.findIndex((row) => Object.entries(one.cells).every(([column, value]) => row[column] === value));
    if (at === -1) missing.push(one);
    else {
      const [row] = found.splice(at, 1);
      for (const column of one.unclear.filter((unclear) => row![unclear] === null))
        unread.set(column, (unread.get(column) ?? 0) + 1);
    }
  }
  const wrong: string[] = [];
  const timesTold = byKey(withKey, ({ key }) => key);
  const [repeated, gone] = [
    missing.filter(({ key }) => timesTold.get(key)!.length > 1),
    missing.filter(({ key }) => timesTold.get(key)!.length === 1),
  ];
  const duplicates = sumOf(report.setAside.filter(({ reason }) => ofDuplicates.includes(reason)));
  if (repeated.length > duplicates)
    wrong.push(`${repeated.length} rows repeated, ${duplicates} set aside as such: ${shown(repeated[0]!)}`);
  const untouched = gone.filter(({ unclear, isBroken }) => unclear.length === 0 && !isBroken);
  if (untouched.length > 0) wrong.push(`${untouched.length} sound rows are not as they were: ${shown(untouched[0]!)}`);
  const strangers = [...left.values()].flat();
  if (strangers.length > untold)
    wrong.push(`${strangers.length} rows that nobody wrote: ${JSON.stringify(strangers[0])}`);
  for (const [column, values] of unread) {
    const noted = report.notes.find((note) => note.kind === 'unread-value' && note.column === column)?.rows ?? 0;
    if (values > noted) wrong.push(`${values} values of ${column} gone, ${noted} noted`);
  }
  return wrong;
}

function byKey<T>(items: readonly T[], key: (item: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function sumOf(counted: readonly { rows: number }[]): number {
  return counted.reduce((sum, { rows }) => sum + rows, 0);
}

function shown({ cells }: Told): string {
  return JSON.stringify(cells);
}
