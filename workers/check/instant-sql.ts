import type { TextDialect } from '../../src/contract/matching.ts';
import { dateFormat } from '../../src/domain/values/date-format.ts';
import { numbered, serialOf1970 } from '../../src/domain/values/numbered-instants.ts';
import type { FileColumn } from '../decode/decoder.ts';

/** Instants that may name no time zone, and then are wall-clock time. */
export interface LocalTime {
  /** Whether a value names its zone; null where none does. SQL. */
  hasZone: string | null;
  /** Whether a value is a day without a time. SQL. */
  isDay: string;
}

/**
 * No loyalty programme has rows outside these years: such instants are placeholders (`9999-12-31`, `0001-01-01`, infinity), or were
 * wrapped around by the program that wrote them as nanoseconds, which hold 1677 to 2262.
 */
export const believableYears = { from: '1970-01-01', to: '2200-01-01' };

/** Whether an instant is one that nobody believes: true or false, never NULL. SQL. */
export function isUnbelievableSql(instant: string): string {
  const { from, to } = believableYears;
  return `(${instant} IS NOT NULL AND (${instant} < '${from}' OR ${instant} >= '${to}'))`;
}

/** The instant of a text as DuckDB reads it, by the format that is given first; NULL for what it cannot. SQL. */
export function instantOfText(text: string, dialect: TextDialect): string {
  const given = instantInFormat(text, dialect);
  const usual = instantOfUsualText(text, dialect);
  if (given === null) return usual;
  // Digits that are no date in a format of digits are none at all, rather than another one.
  const otherwise = isOfDigits(dialect)
    ? `CASE WHEN NOT regexp_full_match(${text}, '[0-9]+') THEN ${usual} END`
    : usual;
  return `coalesce(${given}, ${otherwise})`;
}

function isOfDigits({ format }: TextDialect): boolean {
  return format !== undefined && (dateFormat(format)?.digits ?? null) !== null;
}

/** The instant of a text in the format that is given; NULL for what is written otherwise, null where none is given. SQL. */
function instantInFormat(text: string, { format }: TextDialect): string | null {
  const { strptime = null, digits = null } = (format === undefined ? null : dateFormat(format)) ?? {};
  if (strptime === null) return null;
  const whole = digits === null ? text : `lpad(${text}, greatest(${digits}, length(${text}))::INTEGER, '0')`;
  return `try_strptime(${whole}, '${strptime.replaceAll("'", "''")}')`;
}

function instantOfUsualText(text: string, { dates }: TextDialect): string {
  const order = { iso: null, 'year-first': null, 'day-first': '\\3-\\2-\\1', 'month-first': '\\3-\\1-\\2' }[dates];
  const iso = order ? `regexp_replace(${text}, '^([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})', '${order}')` : text;
  const casts = [castOf(iso), castOf(asDuckWritesIt(iso))];
  // AM and PM need a format of their own.
  if (order) casts.push(`try_strptime(${iso}, ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])`);
  return `CASE WHEN regexp_matches(${iso}, '^[0-9]{4}[-/.]?[0-9]{1,2}[-/.]?[0-9]{1,2}') THEN coalesce(${casts.join(', ')}) END`;
}

/** How an instant of a column that names no zone is known; null where all name one. */
export function localTimeOf(
  { form, type }: FileColumn,
  { raw, text }: { raw: string; text: string },
  dialect: TextDialect,
): LocalTime | null {
  if (form === 'date') return { hasZone: null, isDay: 'true' };
  if (form === 'timestamp') return namesZone(type) ? null : { hasZone: null, isDay: 'false' };
  if (form === 'text' || form === 'bytes') {
    return knownOfFormat(instantInFormat(text, dialect), dialect, {
      hasZone: `(suffix(${text}, 'Z') OR regexp_matches(upper(${text}), '[T :][0-9]{2}.*(Z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)$'))`,
      isDay: `NOT contains(${text}, ':') AND regexp_full_match(${text}, '[0-9./-]{6,10}')`,
    });
  }
  const isEpoch = ['seconds', 'milliseconds', 'microseconds', 'nanoseconds'] as const;
  return knownOfFormat(instantInFormat(`try_cast(${raw} AS BIGINT)::VARCHAR`, dialect), dialect, {
    hasZone: `(${isEpoch.map((unit) => isNumberedAs(raw, unit)).join(' OR ')})`,
    isDay: `${raw} < 1e8 AND ${raw} = floor(${raw})`,
  });
}

/** What was read in the format that is given names no zone, and is a day where that has no time; of the others it is as they look. */
function knownOfFormat(
  given: string | null,
  { format }: TextDialect,
  usual: LocalTime & { hasZone: string },
): LocalTime {
  if (given === null) return usual;
  const isDay = String(dateFormat(format!)!.isDay);
  return {
    hasZone: `(${given} IS NULL AND ${usual.hasZone})`,
    isDay: `CASE WHEN ${given} IS NOT NULL THEN ${isDay} ELSE (${usual.isDay}) END`,
  };
}

/** `Timestamp<MICROSECOND, UTC>` */
const namesZone = (type: string): boolean => type.includes(', ');

/** The instant of a number, by the format that is given or as `readNumberedInstant` reads it; NULL for one that is none. SQL. */
export function instantOfNumber(raw: string, dialect: TextDialect): string {
  const given = instantInFormat(`try_cast(${raw} AS BIGINT)::VARCHAR`, dialect);
  return given ?? instantOfAnyNumber(raw);
}

function instantOfAnyNumber(raw: string): string {
  const whole = `(${raw})::BIGINT`;
  const dayOf = (number: string): string =>
    `(${number} // 10000) || '-' || (${number} // 100 % 100) || '-' || (${number} % 100)`;
  const ofDigits = (number: string): string =>
    `try_cast(${dayOf(`(${number} // 1000000)`)} || ' ' || (${number} // 10000 % 100) || ':' || (${number} // 100 % 100) || ':' || (${number} % 100) AS TIMESTAMP)`;
  const forms: [keyof typeof numbered, string][] = [
    ['serial', `make_timestamp(round((${raw} - ${serialOf1970})::DOUBLE * 86400000)::BIGINT * 1000)`],
    ['day', `try_cast(${dayOf(whole)} AS TIMESTAMP)`],
    ['minute', ofDigits(`(${whole} * 100)`)],
    ['second', ofDigits(whole)],
    ['seconds', `make_timestamp((${raw}::DOUBLE * 1000000)::BIGINT)`],
    ['milliseconds', `make_timestamp((${raw}::DOUBLE * 1000)::BIGINT)`],
    ['microseconds', `make_timestamp(${whole})`],
    ['nanoseconds', `make_timestamp(${whole} // 1000)`],
  ];
  return `CASE ${forms.map(([form, value]) => `WHEN ${isNumberedAs(raw, form)} THEN ${value}`).join(' ')} END`;
}

function isNumberedAs(raw: string, form: keyof typeof numbered): string {
  const [from, to] = numbered[form];
  return `(${raw} >= ${from} AND ${raw} < ${to})`;
}

/** A cast to TIMESTAMP would ignore the text's offset; without one, text is UTC either way. */
const castOf = (text: string): string => `try_cast(${text} AS TIMESTAMPTZ)::TIMESTAMP`;

/** ISO 8601 has more spellings than DuckDB: dots or nothing between year, month and day, a decimal comma, hours and minutes with an offset. */
function asDuckWritesIt(iso: string): string {
  const spellings = [
    ['^([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})', '\\1-\\2-\\3'],
    ['^([0-9]{4})([0-9]{2})([0-9]{2})([T ]|$)', '\\1-\\2-\\3\\4'],
    ['([T ][0-9]{2})([0-9]{2})([0-9]{2})', '\\1:\\2:\\3'],
    ['(:[0-9]{2}),([0-9])', '\\1.\\2'],
    [' ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$', '\\1'],
    ['([T ][0-9]{2}:[0-9]{2})(Z|[+-].*)$', '\\1:00\\2'],
  ];
  return spellings.reduce((text, [from, to]) => `regexp_replace(${text}, '${from}', '${to}')`, `upper(${iso})`);
}
