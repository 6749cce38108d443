const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** No place on earth is further from UTC. */
const maxOffset = 14 * 60;

/**
 * An ISO-8601 instant as UTC text with microseconds, `2026-04-11 20:57:23.123456`; null for text that is none. Without an
 * offset it is UTC. The fraction never passes through a number, so that no microsecond is lost.
 */
export function utcText(instant: string): string | null {
  const match = iso.exec(instant.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // `Date.UTC` would take the year 26 for 1926.
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  const isReal =
    local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  const offset = offsetMinutes(match[8]);
  if (!isReal || offset === null) return null;
  const utc = new Date(local.getTime() - offset * 60_000);
  if (utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999) return null;
  return `${utc.toISOString().slice(0, 19).replace('T', ' ')}.${(match[7] ?? '').padEnd(6, '0')}`;
}

function offsetMinutes(offset: string | undefined): number | null {
  if (!offset || /^z$/i.test(offset)) return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const beyondHour = Number(digits.slice(2));
  const minutes = Number(digits.slice(0, 2)) * 60 + beyondHour;
  if (beyondHour > 59 || minutes > maxOffset) return null;
  return offset.startsWith('-') ? -minutes : minutes;
}

/** Milliseconds since 1970 of an instant as SQL text, `2026-04-11 20:57:23.123456`; what is beyond them is cut off. */
export const millisOf = (text: string): number => Date.parse(`${text.slice(0, 23).replace(' ', 'T')}Z`);

/** Its microseconds. */
export const microsOf = (text: string): bigint => BigInt(millisOf(text)) * 1000n + BigInt(text.slice(23, 26));

/** 24 hours in microseconds. */
export const dayMicros = 86_400_000_000n;

/** The instant so many times 24 hours before, not before the first year. */
export function daysBefore(text: string, days: number): string {
  const micros = microsOf(text) - BigInt(days) * dayMicros;
  const first = microsOf('0001-01-01 00:00:00.000000');
  const [at, rest] = micros < first ? [first, 0n] : [micros, ((micros % 1000n) + 1000n) % 1000n];
  const millis = new Date(Number((at - rest) / 1000n)).toISOString().slice(0, 23).replace('T', ' ');
  return `${millis}${String(rest).padStart(3, '0')}`;
}
