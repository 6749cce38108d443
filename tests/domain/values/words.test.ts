import { describe, expect, it } from 'vitest';
import { readBoolean } from '../../../src/domain/values/booleans.ts';
import { readId } from '../../../src/domain/values/ids.ts';
import { isNoDay, isNothing } from '../../../src/domain/values/nothing.ts';

describe('nothing', () => {
  it.each([...['', ' ', '\u00a0', 'NULL', 'null', '\\N', 'N/A', '#N/A', '(null)', '-', 'NaT', 'None', 'NaN', 'nan']])(
    'is %j',
    (text) => {
      expect(isNothing(text)).toBe(true);
    },
  );

  it.each(['0000-00-00', '0000-00-00 00:00:00', '00.00.0000', '00000000', '0000-00-00T00:00:00Z'])(
    'of a day is %s',
    (text) => {
      expect(isNoDay(text)).toBe(true);
    },
  );

  it.each(['0', '0.00', 'No', 'Nora', '000000', 'X', '-1'])('is not %s', (text) => {
    expect(isNothing(text)).toBe(false);
  });
});

describe('yes and no', () => {
  it.each(['Active', 'aktiv', 'Actif', 'X', 'Y', '1.0', '-1', 'TRUE', 'on', 'ouvert', ' ja '])('%s is yes', (text) => {
    expect(readBoolean(text)).toBe(true);
  });

  it.each(['Inactive', 'gesperrt', 'Inactif', 'N', '0.0', 'off', 'Non', 'closed', 'désactivée'])('%s is no', (text) => {
    expect(readBoolean(text)).toBe(false);
  });

  it.each(['', 'perhaps', '2', 'pending'])('%j is neither', (text) => {
    expect(readBoolean(text)).toBeNull();
  });
});

describe('an id', () => {
  it.each([
    ['101', '101'],
    ['101.0', '101'],
    ['="00101"', '00101'],
    ["'00101", '00101'],
    ['007.0', '007.0'],
    ['1.10', '1.10'],
    ['C-1', 'C-1'],
    ["'t Hart", "'t Hart"],
  ])('%s means %s', (text, id) => {
    expect(readId(text)).toBe(id);
  });

  it('is not a word for nothing', () => {
    expect(['NULL', '\\N', 'None', '-'].map(readId)).toEqual([null, null, null, null]);
  });
});
