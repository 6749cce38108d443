import type { TextDialect, Want } from '../../src/contract/matching.ts';
import type { SetAsideReason } from '../../src/contract/report.ts';
import { booleanWords } from '../../src/domain/values/booleans.ts';
import { guestWords } from '../../src/domain/values/ids.ts';
import { nothingWords } from '../../src/domain/values/nothing.ts';
import { isBeyondDirectSql } from '../database/ids.ts';
import { literal } from '../database/literals.ts';
import { stagedName, type FileColumn } from '../decode/decoder.ts';
import { instantOfNumber, instantOfText, isUnbelievableSql, localTimeOf, type LocalTime } from './instant-sql.ts';
import { meantBoolean, meantId, meantInstant, meantWhole, type ReadText } from './text-readers.ts';

/**
 * How one column of a file becomes a value of the export's tables: SQL expressions over `staging.runs`, alias `run`.
 */
export interface ColumnSql {
  /** Whether the file has no value. */
  missing: string;
  /**
   * The value in the type of the tables; NULL where it is missing, cannot be one or is not believed. For an id of text: the text (see
   * `givenId`).
   */
  value: string;
  /** Whether there is a value that cannot be one of that type: true or false, never NULL. Null where any value can. */
  unreadable: string | null;
  /** What such a value is called. */
  reason: SetAsideReason;
  /** Whether the value is one that cannot be believed: true or false, never NULL. Null where any value can. */
  unbelievable: string | null;
  /** The file's value as text, for examples. */
  shown: string;
  /** How an id is known that has to be given a number, null for what is none. */
  givenId: GivenId | null;
  /** How an instant that names no time zone is known; null where all name one, and for what is no instant. */
  local: LocalTime | null;
  /** The sign or code that an amount is written with, in capitals; NULL or empty for none. Null where no value has one. SQL. */
  writtenWith: string | null;
  /** Texts that mean something else than this SQL makes of them; null where there can be none. */
  odd: OddTexts | null;
}

/** Texts that people and programs write in ways that SQL does not read (`judged-sql.ts`). */
export interface OddTexts {
  /** Which of them there may be more to. SQL over the column's text. */
  when: string;
  read: ReadText;
  /** The value by what `staging.read_texts` has for a text. SQL. */
  valueOf: (read: { number: string; id: string }) => string;
}

/** An id of text, or one that may be too large to be direct (`../database/ids.ts`). */
export interface GivenId {
  text: string;
  /** Whether a value is too large, for a column of numbers; null for text, which decides value by value. */
  beyond: string | null;
}

/** From here on floating-point numbers skip whole numbers: an id may have become another one. */
const firstSkipped = { Float32: '16777216', Float64: '9007199254740992' } as const;

/** The expressions for `column`, to be read as `want`. The form was accepted for it before (`recognise.ts`). */
export function columnSql(column: FileColumn, want: Want, dialect: TextDialect): ColumnSql {
  const raw = rawOf(column);
  const text = textOf(raw, column);
  const isText = column.form === 'text' || column.form === 'bytes';
  const isInstant = column.form === 'timestamp' || column.form === 'date';
  const missing = isText
    ? `(${raw} IS NULL OR ${isBlank(bareTextOf(raw, column))})`
    : column.form === 'float'
      ? `(${raw} IS NULL OR isnan(${raw}))`
      : `(${raw} IS NULL)`;
  const oddWhere = (when: string, read: ReadText, valueOf: OddTexts['valueOf']): OddTexts | null =>
    isText ? { when: `NOT ${missing} AND ${when}`, read, valueOf } : null;
  const shown = isText
    ? text
    : isInstant
      ? `coalesce(try(${raw}::VARCHAR), 'beyond the year 290000')`
      : `${raw}::VARCHAR`;
  const unless = (value: string): string => `(NOT ${missing} AND (${value}) IS NULL)`;
  const base = {
    ...{ missing, shown, unreadable: null, unbelievable: null },
    ...{ givenId: null, local: null, writtenWith: null, odd: null },
  };
  switch (want) {
    case 'text':
      return { ...base, value: plainTextOf(raw, text, column), reason: 'missing' };
    case 'integer': {
      const judged = integerSql(raw, missing, wholeOf(raw, text, column, dialect));
      return {
        ...base,
        ...judged,
        odd: oddWhere(`(${judged.value}) IS NULL`, meantWhole(dialect), ({ number }) => number),
      };
    }
    case 'boolean': {
      const value = booleanOf(raw, text, column);
      return {
        ...base,
        value,
        unreadable: column.form === 'boolean' ? null : unless(value),
        reason: 'missing',
        odd: oddWhere(`(${value}) IS NULL`, meantBoolean, ({ number }) => `(${number} = 1)`),
      };
    }
    case 'instant': {
      const value = isInstant
        ? // What a TIMESTAMP does not hold fails, though it is tried.
          `CASE WHEN NOT ${isUnbelievableSql(raw)} THEN try_cast(${raw} AS TIMESTAMP) END`
        : isText
          ? instantOfText(text, dialect)
          : instantOfNumber(raw, dialect);
      return {
        ...base,
        // Databases that cannot leave a number out write 0.
        missing: isInstant || isText ? missing : `(${missing} OR ${raw} = 0)`,
        value,
        unreadable: isInstant ? null : unless(value),
        reason: 'not-a-date',
        // Of the column as it is, whose bounds DuckDB knows: where all are within, no row is looked at.
        unbelievable: isUnbelievableSql(isInstant ? raw : `(${value})`),
        local: localTimeOf(column, { raw, text }, dialect),
        odd: oddWhere(
          `((${value}) IS NULL OR ${isUnbelievableSql(`(${value})`)})`,
          meantInstant(dialect),
          ({ number }) => `make_timestamp(${number})`,
        ),
      };
    }
    case 'id':
      if (isTextLikeId(column)) {
        return {
          ...base,
          value: text,
          // Text is an id whatever it says, but for one that lost its digits, which is found among the odd ones.
          unreadable: column.form === 'decimal' ? unless(text) : 'false',
          reason: column.form === 'decimal' ? 'not-a-number' : 'damaged-id',
          givenId: { text, beyond: null },
          odd: oddWhere(isOddIdSql(text), meantId, ({ id }) => `nullif(${id}, '')`),
        };
      }
      if (column.form === 'float') return { ...base, ...floatIdSql(raw, missing, column) };
      return {
        ...base,
        ...integerSql(raw, missing, null),
        givenId: column.type === 'Int64' ? { text: `${raw}::VARCHAR`, beyond: isBeyondDirectSql(raw) } : null,
      };
  }
}

/** A column of the staged rows as the file, or the name of its folder, has it. SQL. */
export function rawOf({ place, constant }: FileColumn): string {
  if (constant === undefined) return `run.${stagedName(place)}`;
  return constant === null ? 'NULL' : literal(constant);
}

/** A whole number as the file writes it. */
interface Whole {
  /** Whether a value is one, null where every value is. SQL. */
  is: string | null;
  /** What to cast. SQL. */
  number: string;
}

type Judged = Pick<ColumnSql, 'value' | 'unreadable' | 'reason' | 'unbelievable'>;

/** @param whole null for a column of numbers that all fit a BIGINT */
function integerSql(raw: string, missing: string, whole: Whole | null): Judged {
  if (!whole) return { value: `${raw}::BIGINT`, unreadable: null, reason: 'not-a-number', unbelievable: null };
  const { is, number } = whole;
  const value = `try_cast(${number} AS BIGINT)`;
  return {
    value: is ? `CASE WHEN ${is} THEN ${value} END` : value,
    unreadable: is && `(NOT ${missing} AND NOT ${is})`,
    reason: 'not-a-number',
    // Above all that a BIGINT holds, none of whose values stands for anything else.
    unbelievable: `(NOT ${missing} AND ${is ? `${is} AND ` : ''}${value} IS NULL)`,
  };
}

/** Where floating-point numbers skip whole numbers, two ids may have become one. */
function floatIdSql(raw: string, missing: string, { type }: FileColumn): Judged {
  const exact = isWholeAndExact(raw, type);
  return {
    value: `CASE WHEN ${exact} THEN ${raw}::BIGINT END`,
    unreadable: `(NOT ${missing} AND NOT ${isWholeFloat(raw)})`,
    reason: 'not-a-number',
    unbelievable: `(NOT ${missing} AND ${isWholeFloat(raw)} AND NOT ${exact})`,
  };
}

/** Ids that may not fit a BIGINT go through text, like UUIDs. */
function isTextLikeId({ form, type }: FileColumn): boolean {
  return form === 'text' || form === 'bytes' || form === 'uuid' || form === 'decimal' || type === 'Uint64';
}

/** Text as the file has it. Bytes that are no text, such as ids of 20 bytes, are their digits. */
function bareTextOf(raw: string, { form }: FileColumn): string {
  return form === 'bytes' ? `coalesce(try(decode(${raw})), lower(hex(${raw})))` : `${raw}::VARCHAR`;
}

/** Nothing, or nothing but spaces: what sorts before the first sign that is none. Trimming every value would double the time of a load. */
const isBlank = (text: string): string => `CASE WHEN ${text} < '!' THEN trim(${text}) = '' ELSE false END`;

function trimmed(text: string): string {
  return `(CASE WHEN ${text} < '!' OR suffix(${text}, ' ') THEN nullif(trim(${text}), '') ELSE ${text} END)`;
}

function textOf(raw: string, column: FileColumn): string {
  const { form } = column;
  if (form === 'uuid') {
    const hex = `lower(hex(${raw}))`;
    return `(${hex}[1:8] || '-' || ${hex}[9:12] || '-' || ${hex}[13:16] || '-' || ${hex}[17:20] || '-' || ${hex}[21:32])`;
  }
  if (form === 'decimal') return `CASE WHEN ${raw} = trunc(${raw}) THEN trunc(${raw})::DECIMAL(38, 0)::VARCHAR END`;
  return trimmed(bareTextOf(raw, column));
}

const nothingList = nothingWords.map(literal).join(', ');
const longestNothing = Math.max(...nothingWords.map(({ length }) => length));

/** Whether a text is a word for nothing. SQL. */
export function isNothingSql(text: string): string {
  return `(strlen(${text}) <= ${longestNothing} AND ${text} IN (${nothingList}))`;
}

/** Whether a text is an id in another spelling than its own (`readId`), or a word for nothing. SQL. */
export function isOddIdSql(text: string): string {
  return `(suffix(${text}, '.0') OR ${isPaddedSql(text)} OR ${isMarkedSql(text)} OR ${isNothingSql(text)} OR ${isGuestSql(text)} OR ${isExponentSql(text)})`;
}

const guestList = guestWords.map(literal).join(', ');
const isGuestSql = (text: string): string => `lower(${text}) IN (${guestList})`;
const isExponentSql = (text: string): string => `regexp_full_match(${text}, '[0-9]([.,][0-9]+)?[eE][+][0-9]{2,3}')`;

/** Whether a text has a tab or another sign without ink before or behind it: some programs write one lest a spreadsheet take an id for a number. */
const isPaddedSql = (text: string): string => `regexp_matches(${text}, '^[\\s\\x{a0}]|[\\s\\x{a0}]$')`;

/** Whether a text begins as one that is marked as such for a spreadsheet. SQL. */
const isMarkedSql = (text: string): string => `(starts_with(${text}, '="') OR starts_with(${text}, ''''))`;

/** A text in its own spelling, as `readId` and `bare` have it; NULL for a word for nothing. SQL. */
function meantText(text: string): string {
  return `CASE WHEN ${isNothingSql(text)} THEN NULL
    WHEN ${isMarkedSql(text)} THEN nullif(trim(regexp_replace(${text}, '^(?:="(.*)"|''([-+=@(0-9].*?)''?)$', '\\1\\2')), '')
    WHEN suffix(${text}, '.0') THEN regexp_replace(${text}, '^(-?(?:0|[1-9][0-9]*))[.]0$', '\\1')
    ELSE ${text} END`;
}

/** Numbers as text have no decimals where they are whole: a card's number may come as 1234.0. */
function plainTextOf(raw: string, text: string, { form, type }: FileColumn): string {
  if (form === 'text' || form === 'bytes') return meantText(text);
  if (form === 'uuid') return text;
  if (form === 'decimal') return `coalesce(${text}, ${raw}::VARCHAR)`;
  if (form !== 'float') return `${raw}::VARCHAR`;
  return `CASE WHEN isnan(${raw}) THEN NULL WHEN ${isWholeAndExact(raw, type)} THEN ${raw}::BIGINT::VARCHAR ELSE ${raw}::VARCHAR END`;
}

function isWholeAndExact(raw: string, type: string): string {
  return `(${raw} = trunc(${raw}) AND abs(${raw}) < ${firstSkipped[type as keyof typeof firstSkipped]})`;
}

/** To DuckDB, NaN equals itself. */
const isWholeFloat = (raw: string): string => `(${raw} = trunc(${raw}) AND NOT isnan(${raw}))`;

/**
 * Text that is a number of either kind where nobody knows the decimal sign: `1.000` may be one or a thousand, `1.250` in an amount too. SQL,
 * over the few that end so.
 */
export function isEitherWaySql(text: string, zerosOnly: boolean): string {
  const digits = zerosOnly ? '000' : '[0-9]{3}';
  const ends = zerosOnly ? `suffix(${text}, '000') AND ` : '';
  return `(${ends}regexp_full_match(${text}, '[+-]?[1-9][0-9]{0,2}[.,]${digits}'))`;
}

function wholeOf(raw: string, text: string, { form, type }: FileColumn, { decimal }: TextDialect): Whole | null {
  if (form === 'integer') return type === 'Uint64' ? { is: null, number: raw } : null;
  if (form === 'decimal') return { is: `(${raw} = trunc(${raw}))`, number: raw };
  if (form === 'float') return { is: isWholeFloat(raw), number: raw };
  // Thousands may be set apart: by the mark that is not the decimal one, a space or an apostrophe.
  const mark = decimal === ',' ? '[.]' : ',';
  const point = decimal === ',' ? ',' : '[.]';
  const unlessEither = decimal === null ? ` AND NOT ${isEitherWaySql(text, true)}` : '';
  return {
    is: `(regexp_full_match(${text}, '[+-]?([0-9]+|[0-9]{1,3}(((${mark})|[ \u00a0\u202f''’])[0-9]{3})+)(${point}0*)?')${unlessEither})`,
    number: `regexp_replace(regexp_replace(${text}, '${point}0*$', ''), '[^0-9+-]', '', 'g')`,
  };
}

function booleanOf(raw: string, text: string, { form }: FileColumn): string {
  if (form === 'boolean') return raw;
  if (form === 'text' || form === 'bytes') {
    const isOneOf = (words: readonly string[]): string => `lower(${text}) IN (${words.map(literal).join(', ')})`;
    return `CASE WHEN ${isOneOf(booleanWords.true)} THEN true WHEN ${isOneOf(booleanWords.false)} THEN false END`;
  }
  // Access and Visual Basic have -1 for true.
  return `CASE WHEN ${raw} IN (1, -1) THEN true WHEN ${raw} = 0 THEN false END`;
}
