import { describe, expect, it } from 'vitest';
import { dateFormat } from '../../../src/domain/values/date-format.ts';

const read = (format: string, text: string): string | null => {
  const found = dateFormat(format)!.read(text);
  return found && new Date(found.microseconds / 1000).toISOString().replace('.000Z', '');
};

describe('a date in a format that a person gives', () => {
  it.each([
    ['DDMMYYYY', '05012026', '2026-01-05T00:00:00'],
    ['dd.mm.yy', '5.1.26', '2026-01-05T00:00:00'],
    ['dd.mm.yyyy hh:mm:ss', '05.01.2026 9:07:03', '2026-01-05T09:07:03'],
    ['YYMMDDHHmm', '2601052359', '2026-01-05T23:59:00'],
    ['MM/DD/YYYY hh:mm AM', '01/05/2026 12:30 am', '2026-01-05T00:30:00'],
    ['D MMM YYYY', '5 Janv 2026', '2026-01-05T00:00:00'],
    ['YYYY (DD/MM)', '2026 (05/01)', '2026-01-05T00:00:00'],
    ['yyyy-dd-mm', '2026-05-01', '2026-01-05T00:00:00'],
    ['DD.MM.YYYY', '31.02.2026', null],
    ['DD.MM.YYYY', '05/01/2026', null],
    ['DDMMYYYY', '5012026', null],
    ['DDMMYYYY HH:mm', '1022026 14:05', null],
    ['hh:mm dd.mm.yyyy', '14:05 01.02.2026', '2026-02-01T14:05:00'],
    ['DD/MM/YYYY hh:mm PM', '05/01/2026 02:05 PM', '2026-01-05T14:05:00'],
    ['DD.MM.YYYY à HH:mm', '05.01.2026 à 14:05', '2026-01-05T14:05:00'],
  ])('%s: %s', (format, text, instant) => {
    expect(read(format, text)).toBe(instant);
  });

  it.each(['', 'DD.MM', 'YYYY-MM-DD YYYY', 'mm:ss', 'DD.MM.YYYY mm', 'DMYYYY', `YYYYMMDD${'.'.repeat(40)}`])(
    '%j is none',
    (format) => {
      expect(dateFormat(format)).toBeNull();
    },
  );

  it('is a day where it has no time, and says what DuckDB calls it', () => {
    expect(dateFormat('DDMMYYYY')).toMatchObject({ isDay: true, digits: 8, strptime: '%d%m%Y' });
    expect(dateFormat('dd.mm.yy hh:mm AM')).toMatchObject({
      isDay: false,
      digits: null,
      strptime: '%d.%m.%y %I:%M %p',
    });
    expect(dateFormat('D MMM YYYY')).toMatchObject({ strptime: null });
  });
});
