import type { TextDialect } from '../../src/contract/matching.ts';
import type { FileReport } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import type { Database } from '../database/database.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import type { ClockSpan } from './local-time.ts';
import { writtenDates, writtenNumbers } from '../recognise/written.ts';

/**
 * Holds how a file of text was read against all of its rows: what the first of them left open, or what was decided for an earlier file,
 * may be contradicted by a later row, whose value was not read. Then every other row may have been misread without a word. What a person has
 * said of this very file is not questioned.
 *
 * @param clock by which instants without a time zone were read; null for that of UTC
 * @throws EngineError `dates-contradicted`, `numbers-contradicted`
 */
export async function checkReading(
  database: Database,
  { kind, matched, dialect, readingFrom }: RecognisedFile,
  fileIndex: number,
  { fileName: file, setAside, notes }: FileReport,
  clock: ClockSpan | null,
): Promise<void> {
  if (readingFrom === 'person') return;
  const onClock = clock ? [clock.least, clock.most] : [0];
  for (const { wanted, found } of matched) {
    const isText = found.form === 'text' || found.form === 'bytes';
    if (!isText || (wanted.want !== 'instant' && wanted.want !== 'integer')) continue;
    const unread = [
      ...setAside.filter(({ column, reason }) => column === wanted.name && reason !== 'missing'),
      ...notes.filter(({ column }) => column === wanted.name),
    ].flatMap(({ examples }) => examples.flatMap((one) => (typeof one === 'string' ? one : (one.value ?? []))));
    const example = wanted.want === 'instant' ? otherDate(unread, dialect) : otherNumber(wanted.name, unread, dialect);
    if (example === null) continue;
    if (wanted.want === 'integer') {
      // The file's own numbers prove their decimal sign: one that says otherwise is a slip of the pen.
      if (dialect.decimal !== null && readingFrom === 'values') continue;
      throw new EngineError('numbers-contradicted', { file, column: found.name, example });
    }
    // A day above the twelfth, on the clock that it was read by, can only have been read in the order in which it is written.
    const [proven] = await database.query<{ any: boolean }>(
      `SELECT count(*) > 0 AS any FROM read_${kind}
       WHERE file = ${fileIndex} AND ${onClock.map((hours) => `day(${wanted.name} + to_minutes(${60 * hours})) > 12`).join(' AND ')}`,
    );
    if (!proven!.any) throw new EngineError('dates-contradicted', { file, column: found.name, example });
  }
}

/** A date that was not read and is one in the other order. */
function otherDate(unread: readonly string[], { dates }: TextDialect): string | null {
  if (dates === 'iso') return null;
  const written = writtenDates(unread);
  return written && written.order !== 'either' && written.order !== dates ? written.example : null;
}

/** A number that was not read and is one with the other decimal sign, or with one of two while nothing says which. */
function otherNumber(column: string, unread: readonly string[], { decimal }: TextDialect): string | null {
  const written = writtenNumbers(unread, !isAmount(column));
  if (!written) return null;
  // A number with decimals where whole ones are wanted is no number either way.
  const isOther =
    decimal === null ? written.decimal !== '.' : written.decimal !== 'either' && written.decimal !== decimal;
  return isOther ? written.example : null;
}
