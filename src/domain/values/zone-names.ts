import { isTimeZone, TimeZone } from '../time-zone.ts';

/** How far from UTC a clock is by what programs call it, in minutes. Names that several zones share, such as IST, are not among them. */
const minutesByName: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, UT: 0, WET: 0, WEZ: 0, WEST: 60, WESZ: 60, BST: 60 },
  ...{ CET: 60, MEZ: 60, MET: 60, HNEC: 60, CEST: 120, MESZ: 120, MEST: 120, HAEC: 120 },
  ...{ EET: 120, OEZ: 120, EEST: 180, OESZ: 180, MSK: 180, TRT: 180 },
  ...{ NST: -210, NDT: -150, AST: -240, ADT: -180, EST: -300, EDT: -240, CST: -360, CDT: -300 },
  ...{ MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600 },
  ...{ BRT: -180, ART: -180, COT: -300, PET: -300 },
  ...{ WAT: 60, CAT: 120, SAST: 120, EAT: 180, GST: 240, PKT: 300, SGT: 480, HKT: 480, AWST: 480, JST: 540, KST: 540 },
  ...{ ACST: 570, ACDT: 630, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
};

/** What tills call zones beside their IANA names, in small letters: with daylight saving, unlike `EST`. */
const zoneByName: Readonly<Record<string, string>> = {
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  'atlantic time': 'America/Halifax',
  'newfoundland time': 'America/St_Johns',
  'alaska time': 'America/Anchorage',
  'hawaii time': 'Pacific/Honolulu',
  arizona: 'America/Phoenix',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  newfoundland: 'America/St_Johns',
  ...{ london: 'Europe/London', dublin: 'Europe/Dublin', paris: 'Europe/Paris', berlin: 'Europe/Berlin' },
  ...{ amsterdam: 'Europe/Amsterdam', brussels: 'Europe/Brussels', vienna: 'Europe/Vienna', zurich: 'Europe/Zurich' },
  ...{ madrid: 'Europe/Madrid', rome: 'Europe/Rome', lisbon: 'Europe/Lisbon', sydney: 'Australia/Sydney' },
  ...{ tokyo: 'Asia/Tokyo', auckland: 'Pacific/Auckland', 'central european time': 'Europe/Paris' },
};

const zones = new Map<string, TimeZone | null>();
const MINUTE = 60_000;

/** `+02:00`, `+0200`, `GMT+2`, `UTC -05:30`; a second name in brackets behind it says the same again. */
const offset = /^(?:GMT|UTC)?\s*([-+\u2212])(\d{1,2})(?::?(\d{2}))?(?::?00)?(?:\s*\[.*\])?$/i;

/**
 * The instant of a clock's time where its zone is told: by its offset, its abbreviation, or its IANA name. Null for a zone that is unknown,
 * or that says nothing for sure.
 *
 * @param clock milliseconds of a clock that knows no zone
 * @param zone as it is written
 */
export function instantIn(clock: number, zone: string): number | null {
  const [, sign, hours, minutes = '0'] = offset.exec(zone) ?? [];
  if (sign !== undefined) {
    const apart = 60 * Number(hours) + Number(minutes);
    return apart > 18 * 60 ? null : clock - (sign === '+' ? apart : -apart) * MINUTE;
  }
  const name = zone.replace(/^z?\[(.*)\]$/i, '$1');
  const known = minutesByName[name.toUpperCase()];
  if (known !== undefined) return clock - known * MINUTE;
  if (!zones.has(name)) zones.set(name, zoneOf(name));
  return zones.get(name)?.firstAt(clock) ?? null;
}

function zoneOf(name: string): TimeZone | null {
  const iana = name.includes('/') ? name : zoneByName[name.toLowerCase()];
  return iana !== undefined && isTimeZone(iana) ? new TimeZone(iana) : null;
}
