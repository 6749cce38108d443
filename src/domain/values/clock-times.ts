/** A time of day and the zone it names, as far as it does. */
export interface ReadTime {
  /** Since midnight. */
  microseconds: number;
  zone: string | null;
}

const half = String.raw`[ap]\.?\s?m\.?|[ap]`;
const zone = String.raw`(?:(?:gmt|utc)?\s*[-+\u2212]\d{1,2}(?::?\d{2}){0,2}(?:\s*\[[\w/+-]+\])?|z?\[[\w/+-]+\]|[a-z]+(?:/[a-z_+-]+\d*)+|[a-z]{1,12}(?: european)?(?: time)?)`;
const time = new RegExp(
  [
    String.raw`^(?:(${half})\s*)?(\d{1,2})`,
    // Minutes and seconds, set apart by one sign, or the two letters `10h00`.
    String.raw`(?:\s?(?:[:.]|h)\s?(\d{2})(?:(?:[:.]|m(?:in)?\s?)(\d{2})(?:[.,:](\d{1,9}))?s?)?)?`,
    String.raw`(?:\s*(uhr|h|o'clock))?(?:\s*(${half})(?![a-z]))?(?:\s*(${zone}))?$`,
  ].join(''),
);
const compact = new RegExp(String.raw`^(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*(${zone}))?$`);

/** Reads a time of day, in small letters, with the zone behind it: `10:00`, `1:05:07 pm`, `10h00`, `10.00 uhr`, `100000`. Null for none. */
export function readTime(text: string): ReadTime | null {
  const [, isBefore, hour, minute, second, fraction, unit, isBehind, zoneNamed] = time.exec(text) ?? [];
  if (hour === undefined) {
    const [, hours, minutes, seconds, parts, named] = compact.exec(text) ?? [];
    return hours === undefined ? null : timeOf(Number(hours), minutes, seconds, parts, named);
  }
  const halfOfDay = (isBefore ?? isBehind)?.[0];
  // A number alone is no time of day.
  if (minute === undefined && unit === undefined && halfOfDay === undefined) return null;
  const hours = Number(hour);
  if (halfOfDay === undefined) return timeOf(hours, minute, second, fraction, zoneNamed);
  // Some programs write the half of the day behind a clock of 24 hours: `13:05 PM`.
  const onClock = hours > 12 ? hours : (hours % 12) + (halfOfDay === 'p' ? 12 : 0);
  return timeOf(onClock, minute, second, fraction, zoneNamed);
}

function timeOf(
  hours: number,
  minute = '0',
  second = '0',
  fraction = '',
  named: string | undefined = undefined,
): ReadTime | null {
  const [minutes, seconds] = [Number(minute), Number(second)];
  const parts = Number(fraction.padEnd(6, '0').slice(0, 6));
  const isEndOfDay = hours === 24 && minutes === 0 && seconds === 0 && parts === 0;
  if ((hours > 23 && !isEndOfDay) || minutes > 59 || seconds > 59) return null;
  return { microseconds: ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + parts, zone: named ?? null };
}
