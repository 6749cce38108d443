import { describe, expect, it } from 'vitest';
import { isCancelled, isCancelledSql, mayCancel } from '../../workers/recognise/cancelled.ts';
import { typeMeant } from '../../workers/recognise/type-synonyms.ts';
import { writtenDates } from '../../workers/recognise/written.ts';

describe('the order of a date', () => {
  const month = (first: string, end: string): string[] =>
    Array.from({ length: 28 }, (_, day) => `${first}-01-${String(day + 1).padStart(2, '0')}${end}`);

  it('begins with its year where two digits in front hardly change, and those behind run through a month', () => {
    expect(writtenDates(month('26', ''))?.order).toBe('year-first');
    expect(writtenDates([...month('25', ' 10:00'), ...month('26', ' 10:00')])?.order).toBe('year-first');
  });

  it('does not where those behind are years, or those in front years to come', () => {
    const years = Array.from({ length: 28 }, (_, day) => `${String(day + 1).padStart(2, '0')}-01-${19 + (day % 7)}`);
    expect(writtenDates(years)?.order).toBe('day-first');
    expect(writtenDates(month('31', ''))?.order).not.toBe('year-first');
    expect(writtenDates(['05/01/26', '06/01/26', '07/02/26'])?.order).toBe('either');
  });
});

describe('a row that was cancelled', () => {
  it.each([
    ['Status', 'Voided', true],
    ['Status', 'CANCELLED', true],
    ['Statut', 'Annulée', true],
    ['status', 'completed', false],
    ['Status', '', false],
    ['Is Void', 'true', true],
    ['Is Void', 'No', false],
    ['is_deleted', '0', false],
    ['deleted_at', '2026-01-06 11:00:00', true],
    ['deleted_at', '', false],
    ['cancel_reason', 'customer', true],
    ['Storniert', 'Nein', false],
    ['Storniert', 'Ja', true],
  ])('%s “%s”: %s', (name, value, is) => {
    expect([mayCancel(name.toLowerCase().replaceAll(/[^a-z]/g, '')), isCancelled(name, value)]).toEqual([true, is]);
  });

  it('is asked of SQL with words alone: no name of the file is in it', () => {
    expect(isCancelledSql("x'; DROP TABLE cards; --", 'run.c0')).not.toContain('DROP');
  });
});

describe('a type in a few words', () => {
  it.each([
    ['Make a Purchase', 'purchase'],
    ['Stamp Added', 'stamp_earned'],
    ['POINTS_EARNED_ONLINE', null],
    ['Voided sale', 'points_voided'],
    ['Purchase refund', 'refund'],
    ['Prämie eingelöst', 'points_redeemed'],
    ['Birthday bonus for a purchase', null],
    ['Sale Line', null],
    ['Order 00012-001', null],
    ['something else', null],
  ])('%s: %s', (word, type) => {
    expect(typeMeant(word)).toBe(type);
  });
});
