import { describe, expect, it } from 'vitest';
import type { FileColumn } from '../../workers/decode/decoder.ts';
import { combinationsOf, withCombinedValues } from '../../workers/recognise/combine.ts';
import { withLines } from '../../workers/recognise/lines.ts';
import { exportColumns } from '../../workers/recognise/export-columns.ts';
import { idAlike } from '../../workers/recognise/meeting-ids.ts';
import type { MatchedColumn } from '../../workers/recognise/recognise.ts';
import type { Sample } from '../../workers/recognise/sample.ts';

/** A file of text by its rows, the first of names. */
function table(csv: string): { columns: FileColumn[]; sample: Sample } {
  const [header, ...rows] = csv.trim().split('\n');
  const columns = header!.split('|').map((name, place): FileColumn => ({ name, place, form: 'text', type: 'text' }));
  return { columns, sample: rows.map((row) => row.split('|').map((value) => value || null)) };
}

/** Its combinations with their values. */
function combined(csv: string): Record<string, (string | null)[]> {
  const { columns, sample } = table(csv);
  const all = [...columns, ...combinationsOf(columns, sample)];
  const rows = withCombinedValues(sample, all);
  return Object.fromEntries(
    all.slice(columns.length).map(({ name, place }) => [name, rows.map((row) => row[place] ?? null)]),
  );
}

describe('columns that may be one', () => {
  it.each([
    [
      'a day and its time',
      'Date|Time\n2026-01-31|23:50\n01.02.2026|8:05',
      { 'Date + Time': ['2026-01-31 23:50', '01.02.2026 8:05'] },
    ],
    [
      'with their zone, midnight left to the time',
      'Datum|Uhrzeit|Time Zone\n2026-01-31 00:00:00|11:50 PM|Eastern Time (US & Canada)',
      { 'Datum + Uhrzeit + Time Zone': ['2026-01-31 11:50 PM Eastern Time (US & Canada)'] },
    ],
    [
      'an amount and what of it was given back',
      'Total|Refunded\n20,00|0,00\n30,00|30,00\n9,00|4,00',
      { 'Total − Refunded': ['20,00', '0,00', '5,00'] },
    ],
    ['an amount, and one given back that may be of another purchase', 'Total|Refunded\n20.00|30.00', {}],
    ['an amount of which nothing was given back', 'Total|Refunded\n20.00|0.00', {}],
    ['year, month and day', 'Year|Month|Day\n2026|1|9', { 'Year + Month + Day': ['2026-01-09'] }],
    [
      'points in and points out, however they are signed',
      'Points earned|Points redeemed\n12|\n|20\n|-20\n30|10',
      { 'Points earned − Points redeemed': ['12', '-20', '-20', '20'] },
    ],
    ['quantity and price', 'Qty|Unit price\n3|2,50', { 'Qty × Unit price': ['7,50'] }],
    ['first and last name', 'Vorname|Nachname\nZoé|Müller\n|Weber', { 'Vorname + Nachname': ['Zoé Müller', 'Weber'] }],
  ])('%s', (_, csv, expected) => {
    expect(combined(csv)).toEqual(expected);
  });

  it('are none where amounts or dates look like times at a first glance', () => {
    expect(combined('Date|Amount|Booked\n2026-01-31|12.50|15.01.2026')).toEqual({});
  });

  it('are none where a column of the file is called so itself', () => {
    expect(combined('Date|Time|Date + Time\n2026-01-31|23:50|x')).toEqual({});
  });
});

describe('lines of purchases', () => {
  const matched = (columns: readonly FileColumn[], by: Record<string, string>): MatchedColumn[] =>
    Object.entries(by).map(([name, found]) => ({
      wanted: exportColumns.transactions.find((column) => column.name === name)!,
      found: columns.find((column) => column.name === found)!,
    }));
  const referenceOf = (csv: string): string | undefined => {
    const { columns, sample } = table(csv);
    const by = { card_id: 'Card', transaction_at: 'At', purchase_amount_cents: 'Amount', id: 'Receipt' };
    return withLines(matched(columns, by), sample).find(({ wanted }) => wanted.name === 'order_reference')?.found.name;
  };

  it('are rows of one number, card and day that are not the same', () => {
    expect(referenceOf('Receipt|Card|At|Amount\n1|A|2026-01-05 10:00|3\n1|A|2026-01-05 10:00|4')).toBe('Receipt');
  });

  it.each([
    ['a purchase and its refund', '1|A|2026-01-05|3\n1|A|2026-01-05|-3'],
    ['the same row twice', '1|A|2026-01-05|3\n1|A|2026-01-05|3'],
    ['numbers that begin again for another card', '1|A|2026-01-05|3\n1|B|2026-01-05|4'],
    ['numbers that begin again on another day', '1|A|2026-01-05|3\n1|A|2026-01-06|4'],
  ])('are not %s', (_, rows) => {
    expect(referenceOf(`Receipt|Card|At|Amount\n${rows}`)).toBeUndefined();
  });
});

it.each([
  ['00000101', '101'],
  ['101.0', '101'],
  ['="00101"', '101'],
  ["'00101", '101'],
  [' LC - 7 ', 'lc-7'],
  ['0', '0'],
])('an id %j is alike %j', (written, alike) => {
  expect(idAlike(written)).toBe(alike);
});
