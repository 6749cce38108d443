import type { FileKind } from '../contract/files.ts';
import type { CardState, CombinedColumn, FilePlan, ReadingFrom, TextDialect } from '../contract/matching.ts';
import { mostFormatCharacters } from '../contract/limits.ts';
import { textEncodings, type SaidLayout } from '../contract/layout.ts';
import { isRecord } from './is-record.ts';

const kinds: readonly FileKind[] = ['cards', 'transactions', 'stores', 'orders'];
const dates: readonly TextDialect['dates'][] = ['iso', 'day-first', 'month-first', 'year-first'];
const ways: readonly CombinedColumn['by'][] = [
  'date-time',
  'year-month',
  'difference',
  'product',
  'words',
  'status',
  'beginning',
];
const cardStates: readonly CardState[] = ['active', 'closed', 'unknown'];
const decimals: readonly TextDialect['decimal'][] = ['.', ',', null];
const readings: readonly (ReadingFrom | undefined)[] = ['person', 'plan', 'values', undefined];

/** Whether what was kept or saved is a plan to read a file by. */
export function isFilePlan(value: unknown): value is FilePlan {
  if (!isRecord(value) || !isRecord(value.columns) || !isRecord(value.dialect)) return false;
  const { types = {}, states = {}, amounts = 'cents', combined = [], ids = 'written', layout = {} } = value;
  const { signs = 'written' } = value;
  return (
    kinds.some((kind) => kind === value.kind) &&
    isRecord(types) &&
    isRecord(states) &&
    Object.values(states).every((state) => cardStates.some((one) => one === state)) &&
    (ids === 'written' || ids === 'alike') &&
    (signs === 'written' || signs === 'turned') &&
    readings.some((from) => from === value.readingFrom) &&
    Array.isArray(combined) &&
    combined.every(isCombined) &&
    isSaidLayout(layout) &&
    [...Object.values(value.columns), ...Object.values(types)].every((name) => typeof name === 'string') &&
    (amounts === 'cents' || amounts === 'units') &&
    dates.some((order) => order === (value.dialect as Partial<TextDialect>).dates) &&
    decimals.some((sign) => sign === (value.dialect as Partial<TextDialect>).decimal) &&
    isFormat((value.dialect as Partial<TextDialect>).format)
  );
}

/** Text that is no format is not read by (`values/date-format.ts`). */
function isFormat(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= mostFormatCharacters);
}

function isSaidLayout(value: unknown): value is SaidLayout {
  if (!isRecord(value)) return false;
  const { encoding, delimiter, header } = value;
  return (
    (encoding === undefined || textEncodings.some((one) => one === encoding)) &&
    (delimiter === undefined || (typeof delimiter === 'string' && delimiter !== '')) &&
    (header === undefined || header === null || (Number.isInteger(header) && Number(header) >= 0))
  );
}

function isCombined(value: unknown): value is CombinedColumn {
  if (!isRecord(value) || typeof value.name !== 'string' || !Array.isArray(value.columns)) return false;
  const { by, columns } = value as { by?: unknown; columns: unknown[] };
  return ways.some((way) => way === by) && columns.every((name) => typeof name === 'string');
}
