import { withoutAccents } from './accents.ts';
import { bare } from './bare.ts';
import { readTime } from './clock-times.ts';
import { findDay, type DateOrder } from './days.ts';
import { readNumberedInstant, type ReadInstant } from './numbered-instants.ts';
import { instantIn } from './zone-names.ts';

const weekdays =
  'mon(?:day|tag)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?' +
  '|mo|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?' +
  '|lun(?:di)?|mardi|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?';
const mardi = String.raw`mar(?=[.,]*\s+(?:le\s+)?\d{1,2}(?:\s+[a-z]|[./-]))`;
/** A day of the week in front, with an article. `mar` is Tuesday in French where a whole date follows: in `mar 20, 2026` it is the month. */
const weekday = new RegExp(String.raw`^(?:(?:${weekdays}|${mardi})\b[.,]*\s+)?(?:(?:le|den|dem|the)\s+)?(?=\D*\d)`);
/** Words between day and time. */
const between = /^(?:at|um|a|t|le|den|-)(?:\s+|(?=\d))/;

/**
 * Reads an instant in the spellings that people's programs have for it: numeric dates with years of four or two digits, names of months in
 * English, French and German, times of 12 or 24 hours, zones by offset, abbreviation or name; epoch numbers, Excel's serial numbers,
 * `YYYYMMDD`. Null for what is none, what no calendar has (31 February), and what could be two days as long as `dates` does not say.
 */
export function readInstant(text: string, { dates }: { dates: DateOrder }): ReadInstant | null {
  const written = withoutProgram(bare(text));
  if (/^\d+([.,]\d+)?(e\+\d{2})?$/i.test(written)) return readNumberedInstant(numberOf(written));
  const plain = withoutAccents(written)
    // JavaScript's name of the zone, which its offset has told.
    .replace(/\s*\([^)]*\)$/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(weekday, '');
  const found = findDay(plain, dates);
  if (!found) return null;
  const rest = found.rest
    .replaceAll(/(?<!\d),|,(?!\d)|\s+/g, ' ')
    .trim()
    .replace(between, '');
  if (rest === '') return { microseconds: found.day * 1000, hasZone: false, isDay: true };
  const time = readTime(rest);
  if (!time) return null;
  if (time.zone === null) return { microseconds: found.day * 1000 + time.microseconds, hasZone: false, isDay: false };
  const start = instantIn(found.day + Math.floor(time.microseconds / 1000), time.zone);
  return start === null
    ? null
    : { microseconds: start * 1000 + (time.microseconds % 1000), hasZone: true, isDay: false };
}

/** What programs put around an instant: MongoDB's `{"$date":"…"}` and `ISODate("…")`, .NET's `/Date(…)/`; the signs of Chinese and Japanese dates. */
function withoutProgram(text: string): string {
  return text
    .replace(
      /^\{\s*"\$date"\s*:\s*"?([^"}]+)"?\s*\}$|^ISODate\("([^"]+)"\)$|^\\?\/Date\((\d+)[+\d-]*\)\\?\/$/,
      '$1$2$3',
    )
    .replace(/^(\d{4})[年.](\d{1,2})[月.](\d{1,2})日?/, '$1-$2-$3');
}

/** Nanoseconds are more than a floating-point number holds: they are cut to microseconds first. */
function numberOf(digits: string): number {
  return /^\d{18,19}$/.test(digits) ? Number(digits.slice(0, -3)) : Number(digits.replace(',', '.'));
}
