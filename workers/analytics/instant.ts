const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

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
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal =
    local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) return null;
  const utc = new Date(local.getTime() - offsetMinutes(match[8]) * 60_000);
  return `${utc.toISOString().slice(0, 19).replace('T', ' ')}.${(match[7] ?? '').padEnd(6, '0')}`;
}

function offsetMinutes(offset: string | undefined): number {
  if (!offset || /^z$/i.test(offset)) return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return offset.startsWith('-') ? -minutes : minutes;
}
