import { describe, expect, test } from 'vitest';
import { decide, decisionsOf } from '../../src/state/decided.ts';
import {
  draftsOf,
  isGuess,
  typeWords,
  withAmounts,
  withColumn,
  withDialect,
  withKind,
  withType,
} from '../../src/state/drafts.ts';
import { dateQuestion, problemsOf } from '../../src/state/problems.ts';
import { certainCards, guessedTransactions, inspection, wanted } from '../support/inspections.ts';

const nothingBefore = () => null;

describe('drafts', () => {
  test('are one for files of one shape, uncertain ones first', () => {
    const more = { ...guessedTransactions, name: 'buchungen-2.csv' };
    const drafts = draftsOf([certainCards, guessedTransactions, more], wanted, nothingBefore);
    expect(drafts.map(({ kind, origin, files }) => [kind, origin, files.length])).toEqual([
      ['transactions', 'proposed', 2],
      ['cards', 'certain', 1],
    ]);
    expect(problemsOf(drafts, wanted)).toEqual([]);
    expect(Object.keys(decide(drafts).plans)).toEqual(['buchungen.csv', 'buchungen-2.csv', 'cards.csv']);
  });

  test('mark as guesses the columns that only look like what is wanted', () => {
    const [draft] = draftsOf([guessedTransactions], wanted, nothingBefore);
    expect(isGuess(draft!, 'card_id')).toBe(true);
    expect(isGuess(withColumn(draft!, 'card_id', 'Beleg'), 'card_id')).toBe(false);
    const [certain] = draftsOf([certainCards], wanted, nothingBefore);
    expect(isGuess(certain!, 'id')).toBe(false);
  });

  test('say which needed columns are missing, and which file is', () => {
    const cards = inspection('kunden.csv', 'cards', { id: 'Nr' });
    const drafts = draftsOf([cards], wanted, nothingBefore);
    expect(problemsOf(drafts, wanted)).toEqual([
      { kind: 'absent', draft: 0, absent: 'transactions' },
      { kind: 'column', draft: 0, column: 'created_at' },
    ]);
  });

  test('leave out what is nothing of an export, and plans say so', () => {
    const weather = inspection('weather.csv', 'cards', {}, { others: ['city', 'rain'] });
    const drafts = draftsOf([weather, certainCards, guessedTransactions], wanted, nothingBefore);
    const decided = decide(drafts);
    expect(decided.plans['weather.csv']).toBeNull();
    expect(decided.plans['cards.csv']?.columns).toEqual({ id: 'id', created_at: 'created_at' });
    expect(problemsOf(drafts, wanted)).toEqual([]);
    // Alone it is not left out: its reader has to see what it lacks.
    expect(draftsOf([weather], wanted, nothingBefore)[0]!.kind).toBe('cards');
  });

  test('show what is proposed for another kind when they are said to be that', () => {
    const file = inspection(
      'x.csv',
      'cards',
      { id: 'Nr' },
      { others: ['Name', 'Ort'], otherwise: { stores: { id: 'Nr', name: 'Name' } } },
    );
    const [draft] = draftsOf([file], wanted, nothingBefore);
    const stores = withKind(draft!, 'stores');
    expect(stores).toMatchObject({ kind: 'stores', columns: { id: 'Nr', name: 'Name' }, changed: true });
    expect(problemsOf([stores], wanted).filter(({ kind }) => kind === 'column')).toEqual([]);
    expect(isGuess(stores, 'id')).toBe(true);
    expect(withKind(stores, 'cards').columns).toEqual({ id: 'Nr' });
    expect(withKind(draft!, null)).toMatchObject({ kind: null, changed: true });
  });

  test('take the words for types for what they plainly mean, until a person says otherwise', () => {
    const words = { Art: { Gutschrift: 'points_earned', Aktion: null }, Grund: { Storno: 'points_voided' } };
    const types = { Gutschrift: 'points_earned' };
    const columns = { ...guessedTransactions.proposals[0]!.columns, transaction_type: 'Art' };
    const file = inspection('x.csv', 'transactions', columns, { others: ['Grund'], words, proposed: { types } });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    expect([...typeWords(draft!)]).toEqual(Object.entries(words.Art));
    expect(decide([draft!]).plans['x.csv']?.types).toEqual(types);
    const said = withType(withType(draft!, 'Aktion', 'points_redeemed'), 'Gutschrift', null);
    expect(decide([said]).plans['x.csv']?.types).toEqual({ Aktion: 'points_redeemed' });
    expect(said.changed).toBe(true);
    expect(withColumn(said, 'transaction_type', 'Grund').types).toEqual({ Storno: 'points_voided' });
    expect(withColumn(said, 'transaction_type', null).types).toEqual({});
  });

  test('read amounts as the column looks, until a person says otherwise', () => {
    const file = inspection('x.csv', 'transactions', guessedTransactions.proposals[0]!.columns, {
      others: ['Umsatz', 'Umsatz in Cent'],
      fractional: ['Umsatz'],
    });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    const units = withColumn(draft!, 'purchase_amount_cents', 'Umsatz');
    expect(decide([units]).plans['x.csv']?.amounts).toBe('units');
    expect(withColumn(units, 'purchase_amount_cents', 'Umsatz in Cent').amounts).toBe('cents');
    expect(decide([withAmounts(units, 'cents')]).plans['x.csv']?.amounts).toBe('cents');
  });

  test('are read alike for all files of a shape: what one says plainly holds for the others', () => {
    const proposed = { dialect: { dates: 'day-first', decimal: ',' }, amounts: 'units' } as const;
    const columns = { ...guessedTransactions.proposals[0]!.columns };
    const first = inspection('1.csv', 'transactions', columns, { proposed: { ambiguousDates: 'Datum' } });
    const second = inspection('2.csv', 'transactions', columns, { proposed });
    const [draft] = draftsOf([first, second], wanted, nothingBefore);
    expect(draft).toMatchObject({ openDates: null, ...proposed });
  });

  test('ask how dates are written until it is said, for as long as the column is chosen', () => {
    const { columns } = guessedTransactions.proposals[0]!;
    const proposed = { ambiguousDates: 'Datum' };
    const file = inspection('buchungen.csv', 'transactions', columns, { others: ['Beleg'], proposed });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    expect(dateQuestion(draft!, wanted)).toBe('Datum');
    expect(problemsOf([draft!], wanted)).toContainEqual({ kind: 'dates', draft: 0, column: 'Datum' });
    expect(dateQuestion(withColumn(draft!, 'transaction_at', 'Beleg'), wanted)).toBeNull();
    const said = withDialect(draft!, { dates: 'month-first' });
    expect(dateQuestion(said, wanted)).toBeNull();
    expect(decide([said]).plans['buchungen.csv']?.dialect.dates).toBe('month-first');
    expect(dateQuestion(withDialect(draft!, { decimal: ',' }), wanted)).toBe('Datum');
  });

  test('ask as well for a column of dates that was chosen by hand', () => {
    const row = ['1', '2', '5', '03/04/2026'];
    const [draft] = draftsOf([{ ...guessedTransactions, preview: [row] }], wanted, nothingBefore);
    expect(dateQuestion(draft!, wanted)).toBeNull();
    expect(dateQuestion(withColumn(draft!, 'transaction_at', 'Beleg'), wanted)).toBe('Beleg');
  });

  test('are what was decided before for files of the shape, with nothing to ask', () => {
    const [{ shape }, decision] = [guessedTransactions, decide(draftsOf([guessedTransactions], wanted, nothingBefore))];
    const plan = decision.plans['buchungen.csv']!;
    const file = { ...guessedTransactions, name: 'next.csv' };
    const [draft] = draftsOf([file], wanted, (one) => (one.shape === shape ? plan : null));
    expect(draft).toMatchObject({ origin: 'remembered', changed: false, columns: plan.columns });
    expect(isGuess(draft!, 'card_id')).toBe(false);
    expect(dateQuestion(draft!, wanted)).toBeNull();
    expect(draftsOf([file], wanted, () => 'left-out')[0]).toMatchObject({ kind: null, origin: 'remembered' });
  });

  test('are worth remembering where the names alone do not say it', () => {
    const drafts = draftsOf([certainCards, guessedTransactions], wanted, nothingBefore);
    expect(decisionsOf(drafts).map(([shape]) => shape)).toEqual([guessedTransactions.shape]);
    const changed = drafts.map((draft) => withColumn(draft, 'customer_name', null));
    expect(decisionsOf(changed)).toHaveLength(2);
  });
});
