import { readXlsx, type CellValue } from 'hucre';
import type { SheetRow } from '../../workers/decode/excel/sheet-rows.ts';
import { SheetRows } from '../../workers/decode/excel/sheet-rows.ts';
import type { Workbook } from '../../workers/decode/excel/workbook.ts';

/** A sheet as our reader and another one have it: rows with something in them. */
export interface ReadTwice {
  sheet: string;
  ours: string[][];
  theirs: CellValue[][];
}

/**
 * All rows of all sheets of a workbook.
 *
 * @param before XML that is put before that of each sheet
 */
export async function rowsOf(workbook: Workbook, before = ''): Promise<Map<string, string[][]>> {
  const context = await workbook.context();
  const sheets = new Map<string, string[][]>();
  for (const { name, path } of workbook.sheets) {
    const reader = new SheetRows(context, { from: 0, to: Infinity });
    const rows: SheetRow[] = before === '' ? [] : reader.write(before);
    for await (const chunk of workbook.package.textOf(path)) rows.push(...reader.write(chunk));
    rows.push(...reader.end());
    sheets.set(
      name,
      rows.map(({ fields }) => fields).filter((fields) => fields.some((field) => field !== '')),
    );
  }
  return sheets;
}

/** The same as hucre reads them. Sheets of charts are none of its rows. */
export async function theirRowsOf(bytes: Uint8Array): Promise<Map<string, CellValue[][]>> {
  const { sheets } = await readXlsx(bytes);
  const isValue = (value: CellValue): boolean => value !== null && value !== undefined && value !== '';
  return new Map(
    sheets.map(({ name, rows }) => [name, rows.map((row) => [...row]).filter((row) => row.some(isValue))]),
  );
}

export interface Compared {
  same: number;
  /** `Sheet 3,2: ours for theirs`. */
  differing: string[];
}

/** Compares two readings cell by cell. */
export function compareCells(ours: Map<string, string[][]>, theirs: Map<string, CellValue[][]>): Compared {
  const compared: Compared = { same: 0, differing: [] };
  for (const [sheet, rows] of theirs) {
    const own = ours.get(sheet) ?? [];
    for (let row = 0; row < Math.max(rows.length, own.length); row++) {
      const columns = Math.max(rows[row]?.length ?? 0, own[row]?.length ?? 0);
      for (let column = 0; column < columns; column++) {
        const [mine, other] = [own[row]?.[column] ?? '', rows[row]?.[column] ?? null];
        if (isSame(mine, other)) compared.same++;
        else compared.differing.push(`${sheet} ${row + 1},${column + 1}: ${shown(mine)} for ${shown(other)}`);
      }
    }
  }
  return compared;
}

const shown = (value: CellValue): string =>
  value instanceof Date ? value.toISOString() : JSON.stringify(typeof value === 'string' ? value.slice(0, 30) : value);

const dayMs = 86_400_000;

/** Whether a text of ours means what another reader has: dates as instants of UTC, numbers to 15 digits. */
export function isSame(mine: string, other: CellValue): boolean {
  if (other === null || other === undefined) return mine === '';
  if (typeof other === 'boolean') return mine === String(other);
  if (typeof other === 'number') return mine !== '' && Math.abs(Number(mine) - other) <= Math.abs(other) * 1e-14;
  if (other instanceof Date) {
    const clock = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(mine);
    if (!clock) return Date.parse(`${mine.replace(' ', 'T')}${mine.includes(' ') ? 'Z' : ''}`) === other.getTime();
    const [, hours, minutes, seconds] = clock.map(Number);
    const ms = Math.round((hours! * 3600 + minutes! * 60 + seconds!) * 1000);
    return (other.getTime() - ms) % dayMs === 0;
  }
  return mine === other;
}
