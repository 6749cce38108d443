import type { TextDialect } from '../../src/contract/matching.ts';
import type { FileReport, SetAside } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import type { Database } from '../database/database.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import type { ClockSpan } from './local-time.ts';
import { writtenDates, writtenNumbers } from '../recognise/written.ts';

/**
 * Holds how a file of text was read against all of its rows: what the first of them left open, or what was decided for an earlier file,
 * may be contradicted by a later row, which was set aside. Then every other row may have been misread without a word. What a person has
 * said of this very file is not questioned.
 *
 * @param clock by which instants without a time zone were read; null for that of UTC
 * @throws EngineError `dates-contradicted`, `numbers-contradicted`
 */
export async function checkReading(
  database: Database,
  { kind, matched, dialect, readingFrom }: RecognisedFile,
  fileIndex: number,
  { fileName: file, setAside }: FileReport,
  clock: ClockSpan | null,
): Promise<void> {
  if (readingFrom === 'person') return;
  const onClock = clock ? [clock.least, clock.most] : [0];
  for (const { wanted, found } of matched) {
    const isText = found.form === 'text' || found.form === 'bytes';
    const aside = setAside.find(({ column }) => column === wanted.name);
    if (!aside || !isText) continue;
    const example = wanted.want === 'instant' ? otherDate(aside, dialect) : otherNumber(aside, dialect);
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

/** A date that was set aside and is one in the other order. */
function otherDate({ reason, examples }: SetAside, { dates }: TextDialect): string | null {
  if (reason !== 'not-a-date' || dates === 'iso') return null;
  const written = writtenDates(examples.flatMap(({ value }) => value ?? []));
  return written && written.order !== 'either' && written.order !== dates ? written.example : null;
}

/** A number that was set aside and is one with the other decimal sign, or with one of two while nothing says which. */
function otherNumber({ column, reason, examples }: SetAside, { decimal }: TextDialect): string | null {
  if (reason !== 'not-a-number') return null;
  const written = writtenNumbers(
    examples.flatMap(({ value }) => value ?? []),
    !isAmount(column),
  );
  if (!written) return null;
  // A number with decimals where whole ones are wanted is no number either way.
  const isOther =
    decimal === null ? written.decimal !== '.' : written.decimal !== 'either' && written.decimal !== decimal;
  return isOther ? written.example : null;
}
