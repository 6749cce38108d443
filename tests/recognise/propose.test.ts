import { describe, expect, it } from 'vitest';
import { decimalOf, guessDialect } from '../../workers/recognise/dialect.ts';
import type { FileColumn, Form } from '../../workers/decode/decoder.ts';
import { exportColumns } from '../../workers/recognise/export-columns.ts';
import { propose, type KindMatch } from '../../workers/recognise/propose.ts';
import { recognise } from '../../workers/recognise/recognise.ts';
import { typeMeant } from '../../workers/recognise/type-synonyms.ts';
import { programmeFiles } from '../support/programmes.ts';

const columns = (names: Record<string, Form>): FileColumn[] =>
  Object.entries(names).map(([name, form], place) => ({ name, place, form, type: form }));
const mapping = ({ matched }: KindMatch): Record<string, string> =>
  Object.fromEntries(matched.map(({ wanted, found }) => [wanted.name, found.name]));

describe('a proposal for columns with other names', () => {
  it('knows a German card list by its names', () => {
    const found = columns({
      'Kunden-ID': 'text',
      Kartennummer: 'text',
      Kundenname: 'text',
      'Angelegt am': 'text',
      'Letzte Aktivität': 'text',
      Aktiv: 'text',
      Punktestand: 'text',
    });
    const sample = [
      ['7', 'LC-7', 'Zoé Müller', '03.01.2026', '14.02.2026', 'true', '1.250'],
      ['8', 'LC-8', null, '05.01.2026', null, 'false', '0'],
    ];
    const proposal = propose(found, sample)[0]!;
    expect(proposal.kind).toBe('cards');
    expect(mapping(proposal)).toEqual({
      id: 'Kunden-ID',
      created_at: 'Angelegt am',
      last_activity_at: 'Letzte Aktivität',
      is_active: 'Aktiv',
      points_balance: 'Punktestand',
      card_number: 'Kartennummer',
      customer_name: 'Kundenname',
    });
  });

  it('knows transactions by names and by values', () => {
    const found = columns({
      member_id: 'integer',
      Datum: 'text',
      points: 'integer',
      was: 'text',
      filiale: 'integer',
      note: 'text',
    });
    const sample = [
      ['1', '2026-01-05 10:00', '12', 'points_earned', '3', 'x'],
      ['1', '2026-02-05 10:00', '-5', 'points_redeemed', '3', null],
    ];
    const proposal = propose(found, sample)[0]!;
    expect(proposal.kind).toBe('transactions');
    expect(mapping(proposal)).toEqual({
      card_id: 'member_id',
      transaction_at: 'Datum',
      points_delta: 'points',
      transaction_type: 'was',
      store_id: 'filiale',
    });
  });

  it('takes a column whose values do not fit for nothing, whatever its name', () => {
    const found = columns({
      id: 'integer',
      created_at: 'text',
      is_active: 'text',
      points_balance: 'integer',
      last_activity_at: 'timestamp',
      card_number: 'text',
    });
    const proposal = propose(found, [['1', 'Luxembourg', 'perhaps', '5', '2026-01-01', 'LC-1']])[0]!;
    expect(mapping(proposal)).not.toHaveProperty('created_at');
    expect(mapping(proposal)).not.toHaveProperty('is_active');
  });
});

describe('a proposal for files of known programmes', () => {
  it.each(programmeFiles)('$programme', ({ rows: [header, ...sample], kind, columns: wanted, open }) => {
    const found = columns(Object.fromEntries(header.map((name) => [name, 'text'])));
    const proposals = propose(found, sample);
    const best = proposals[0]!;
    expect(best.kind).toBe(kind);
    expect(mapping(best)).toEqual(wanted);
    const missing = exportColumns[kind].filter(({ usual, name }) => usual && !(name in mapping(best)));
    expect(missing.map(({ name }) => name)).toEqual(open);
    expect(proposals.map((proposal) => proposal.kind).toSorted()).toEqual([
      'cards',
      'orders',
      'stores',
      'transactions',
    ]);
  });

  it('takes no date of birth and no empty column for a date of the card', () => {
    const found = columns({ member_id: 'text', birthday: 'text', valid_until: 'date', note: 'text' });
    const [proposal] = propose(found, [['1', '1980-01-01', '2030-01-01', null]]).filter(({ kind }) => kind === 'cards');
    expect(mapping(proposal!)).toEqual({ id: 'member_id' });
  });
});

describe('words for the types of transactions', () => {
  it.each([
    ['Gutschrift', 'points_earned'],
    ['EARNED', 'points_earned'],
    ['Points Earned', 'points_earned'],
    ['earn', 'points_earned'],
    ['redeem', 'points_redeemed'],
    ['Einlösung', 'points_redeemed'],
    ['Storno', 'points_voided'],
    ['Punkte-Verfall', 'points_expired'],
    ['Willkommensbonus', 'welcome_bonus'],
    ['stamps earned', 'stamp_earned'],
    ['Bonus', null],
    ['sale', 'purchase'],
    ['Achat', 'purchase'],
    ['Verkauf', 'purchase'],
    ['Rückerstattung', 'refund'],
    ['Stempel', 'stamp_earned'],
    ['Prämie', 'points_redeemed'],
    ['', null],
  ])('%o means %o', (word, type) => {
    expect(typeMeant(word)).toBe(type);
  });
});

describe('how text is written', () => {
  const transactions = columns({
    card_id: 'text',
    transaction_at: 'text',
    transaction_type: 'text',
    points_delta: 'text',
    store_id: 'text',
  });
  const guess = (...rows: [date: string, points: string][]): ReturnType<typeof guessDialect> =>
    guessDialect(
      recognise('t.csv', transactions).matched,
      rows.map(([date, points]) => ['1', date, 'points_earned', points, '1']),
      null,
    );

  it.each([
    [['2026-01-31', '31/01/26'], 'day-first', null],
    [['03/04/26', '01/31/26'], 'month-first', null],
    [['03/04/26', '05/06/26'], 'iso', '03/04/26'],
    [['03/04/2026', '31/01/2026'], 'day-first', null],
    [['03/04/2026', '01/31/2026'], 'month-first', null],
    [['03.04.2026', '05.06.2026'], 'day-first', null],
    [['03/04/2026', '05/06/2026'], 'iso', '03/04/2026'],
    [['3-4-2026 10:00', '5-6-2026 11:00'], 'iso', '3-4-2026 10:00'],
  ] as const)('dates %o', ([first, second], dates, ambiguous) => {
    const found = guess([first, '1'], [second, '1']);
    expect([found.dialect.dates, found.ambiguous.dates?.example ?? null]).toEqual([dates, ambiguous]);
  });

  it.each([
    [['12', '-3'], null],
    [['12,0', '1'], ','],
    [['1.250', '7'], ','],
    [['1.250,00', '7'], ','],
    [['1,250', '7'], '.'],
    [['1.250', '12.500'], ','],
    [['1.250', '1.5'], '.'],
    // Who sets thousands apart leaves smaller numbers as they are; who does not leaves larger ones so.
    [['1.000', '500'], ','],
    [['1,000', '500'], '.'],
    [['1.000', '2500'], '.'],
    [['1.234.567', '0'], ','],
    [['0.000', '12.000'], '.'],
    [['1000.000', '2.000'], '.'],
    [['1 234,5', '7'], ','],
    [["1'234.50", '7'], '.'],
  ] as const)('numbers %o', ([first, second], decimal) => {
    expect(guess(['2026-01-01', first], ['2026-01-02', second]).dialect.decimal).toBe(decimal);
  });

  it.each([[['1.000', '2.000']], [['1,000', '2,000']], [['1.000', '0']], [['1.000', '2,000']]] as const)(
    'numbers %o, which only the rest of the file can settle',
    ([first, second]) => {
      const { dialect, ambiguous } = guess(['2026-01-01', first], ['2026-01-02', second]);
      expect([dialect.decimal, ambiguous.numbers]).toEqual([null, { column: 'points_delta', example: first }]);
    },
  );

  it.each([
    ['numbers of another column', ['points', 'price'], [['1.000', '12,50']], ',', ','],
    ['numbers of another column', ['points', 'price'], [['1.000', '12.50']], ';', '.'],
    ['the delimiter', ['points', 'note'], [['1.000', 'x']], ';', ','],
    ['a German header', ['Punkte', 'Datum'], [['1.000', '15.01.2026']], ',', ','],
    ['a French header', ['Points', 'Date d’achat'], [['1.000', '15/01/2026']], ',', ','],
    ['nothing', ['points', 'date'], [['1.000', '2026-01-15']], ',', null],
  ] as [string, string[], string[][], string, string | null][])(
    'is settled by %s',
    (_, names, rows, delimiter, decimal) => {
      expect(decimalOf(names, rows, delimiter)).toBe(decimal);
    },
  );
});
