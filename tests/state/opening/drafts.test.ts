import { describe, expect, it } from 'vitest';
import type { FilePlan } from '../../../src/contract/matching.ts';
import { decide, decisionsOf, planOf } from '../../../src/state/opening/decided.ts';
import type { Draft } from '../../../src/state/opening/draft.ts';
import {
  draftsOf,
  isGuess,
  stateWords,
  typeWords,
  withAmounts,
  withColumn,
  withDialect,
  withKind,
  withSigns,
  withState,
  withType,
} from '../../../src/state/opening/drafts.ts';
import { dateQuestion, numberQuestion, problemsOf } from '../../../src/state/opening/problems.ts';
import { certainCards, field, guessedTransactions, inspection, wanted } from '../../support/inspections.ts';

const nothingBefore = () => null;

describe('drafts', () => {
  it('are one for files of one shape, uncertain ones first', () => {
    const more = { ...guessedTransactions, name: 'buchungen-2.csv' };
    const drafts = draftsOf([certainCards, guessedTransactions, more], wanted, nothingBefore);
    expect(drafts.map(({ kind, origin, files }) => [kind, origin, files.length])).toEqual([
      ['transactions', 'proposed', 2],
      ['cards', 'certain', 1],
    ]);
    expect(problemsOf(drafts, wanted)).toEqual([]);
    expect([...decide(drafts).plans.keys()]).toEqual(['buchungen.csv', 'buchungen-2.csv', 'cards.csv']);
  });

  it('mark as guesses the columns that only look like what is wanted', () => {
    const [draft] = draftsOf([guessedTransactions], wanted, nothingBefore);
    expect(isGuess(draft!, 'card_id')).toBe(true);
    expect(isGuess(withColumn(draft!, field('transactions', 'card_id'), 'Beleg'), 'card_id')).toBe(false);
    const [certain] = draftsOf([certainCards], wanted, nothingBefore);
    expect(isGuess(certain!, 'id')).toBe(false);
  });

  it('say which needed columns are missing, and which file is', () => {
    const cards = inspection('kunden.csv', 'cards', { id: 'Nr' });
    const drafts = draftsOf([cards], wanted, nothingBefore);
    expect(problemsOf(drafts, wanted)).toEqual([
      { kind: 'absent', draft: 0, absent: 'transactions' },
      { kind: 'column', draft: 0, column: 'created_at' },
    ]);
  });

  it('leave out what is nothing of an export, and plans say so', () => {
    const weather = inspection('weather.csv', 'cards', {}, { others: ['city', 'rain'] });
    const drafts = draftsOf([weather, certainCards, guessedTransactions], wanted, nothingBefore);
    const decided = decide(drafts);
    expect(decided.plans.get('weather.csv')).toBeNull();
    expect(decided.plans.get('cards.csv')?.columns).toEqual({ id: 'id', created_at: 'created_at' });
    expect(problemsOf(drafts, wanted)).toEqual([]);
    // Alone it is not left out: its reader has to see what it lacks.
    expect(draftsOf([weather], wanted, nothingBefore)[0]!.kind).toBe('cards');
  });

  it('show what is proposed for another kind when they are said to be that', () => {
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

  it('take the words for types for what they plainly mean, until a person says otherwise', () => {
    const words = { Art: { Gutschrift: 'points_earned', Aktion: null }, Grund: { Storno: 'points_voided' } };
    const types = { Gutschrift: 'points_earned' };
    const columns = { ...guessedTransactions.proposals[0]!.columns, transaction_type: 'Art' };
    const file = inspection('x.csv', 'transactions', columns, { others: ['Grund'], words, proposed: { types } });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    expect([...typeWords(draft!)]).toEqual(Object.entries(words.Art));
    expect(decide([draft!]).plans.get('x.csv')?.types).toEqual(types);
    const said = withType(withType(draft!, 'Aktion', 'points_redeemed'), 'Gutschrift', null);
    expect(decide([said]).plans.get('x.csv')?.types).toEqual({ Aktion: 'points_redeemed' });
    expect(said.changed).toBe(true);
    expect(withColumn(said, field('transactions', 'transaction_type'), 'Grund').types).toEqual({
      Storno: 'points_voided',
    });
    expect(withColumn(said, field('transactions', 'transaction_type'), null).types).toEqual({});
  });

  it('ask what words say of a card where some say nothing plainly, until a person has said it of each', () => {
    const states = { member: 'active', candidate: null, pending: null, disabled: 'closed' } as const;
    const cards = inspection(
      'm.csv',
      'cards',
      { id: 'id', created_at: 'since', is_active: 'state' },
      { states: { state: states } },
    );
    const [draft] = draftsOf([cards, certainCards], wanted, nothingBefore);
    const asked = (one: Draft): unknown => problemsOf([one], wanted).filter(({ kind }) => kind === 'states');
    expect(asked(draft!)).toEqual([{ kind: 'states', draft: 0, column: 'state' }]);
    const once = withState(draft!, 'candidate', 'closed');
    expect(asked(once)).toHaveLength(1);
    const said = withState(once, 'pending', 'unknown');
    expect(asked(said)).toEqual([]);
    expect([...stateWords(said)]).toEqual([
      ['member', 'active'],
      ['candidate', 'closed'],
      ['pending', 'unknown'],
      ['disabled', 'closed'],
    ]);
    const plan = decide([said]).plans.get('m.csv')!;
    expect(plan.states).toEqual({ candidate: 'closed', pending: 'unknown' });
    const [again] = draftsOf([cards], wanted, () => plan);
    expect([again!.origin, asked(again!)]).toEqual(['remembered', []]);
  });

  it('read amounts as the column looks, until a person says otherwise', () => {
    const file = inspection('x.csv', 'transactions', guessedTransactions.proposals[0]!.columns, {
      others: ['Umsatz', 'Umsatz in Cent'],
      fractional: ['Umsatz'],
    });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    const units = withColumn(draft!, field('transactions', 'purchase_amount_cents'), 'Umsatz');
    expect(decide([units]).plans.get('x.csv')?.amounts).toBe('units');
    expect(withColumn(units, field('transactions', 'purchase_amount_cents'), 'Umsatz in Cent').amounts).toBe('cents');
    expect(decide([withAmounts(units, 'cents')]).plans.get('x.csv')?.amounts).toBe('cents');
  });

  it('ask what amounts are that are all below 0, until a person says it', () => {
    const columns = { ...guessedTransactions.proposals[0]!.columns, purchase_amount_cents: 'Betrag' };
    const negative = inspection('x.csv', 'transactions', columns, {
      negative: ['Betrag'],
      fractional: ['Betrag'],
      proposed: { amounts: 'units' },
    });
    const [draft] = draftsOf([negative], wanted, nothingBefore);
    const asked = (of: Draft): string[] => problemsOf([of], wanted).map(({ kind }) => kind);
    expect([draft!.signs, asked(draft!)]).toEqual([null, ['signs']]);
    const turned = withSigns(draft!, 'turned');
    expect([asked(turned), decide([turned]).plans.get('x.csv')?.signs]).toEqual([[], 'turned']);
    expect(planOf(withSigns(draft!, 'written'))).toMatchObject({ signs: 'written' });
    const positive = inspection('x.csv', 'transactions', columns, { fractional: ['Betrag'] });
    const [otherwise] = draftsOf([positive], wanted, () => planOf(turned)!);
    expect(otherwise!.origin).toBe('contradicted');
    const unasked = { ...planOf(turned)!, signs: undefined };
    expect(draftsOf([negative], wanted, () => unasked)[0]).toMatchObject({ origin: 'contradicted', signs: null });
    const [again] = draftsOf([negative], wanted, () => planOf(turned)!);
    expect([again!.origin, again!.signs, asked(again!)]).toEqual(['remembered', 'turned', []]);
    // Another file of the same shape has purchases above it.
    const [both] = draftsOf(
      [negative, inspection('y.csv', 'transactions', columns, { fractional: ['Betrag'] })],
      wanted,
      nothingBefore,
    );
    expect(both!.signs).toBe('written');
  });

  it('are read alike for all files of a shape: what one says plainly holds for the others', () => {
    const proposed = { dialect: { dates: 'day-first', decimal: ',' }, amounts: 'units' } as const;
    const columns = { ...guessedTransactions.proposals[0]!.columns };
    const first = inspection('1.csv', 'transactions', columns, { proposed: { ambiguousDates: 'Datum' } });
    const second = inspection('2.csv', 'transactions', columns, { proposed });
    const [draft] = draftsOf([first, second], wanted, nothingBefore);
    expect(draft).toMatchObject({ undecidedDates: null, ...proposed });
  });

  it('ask how dates are written until it is said, for as long as the column is chosen', () => {
    const { columns } = guessedTransactions.proposals[0]!;
    const proposed = { ambiguousDates: 'Datum' };
    const file = inspection('buchungen.csv', 'transactions', columns, { others: ['Beleg'], proposed });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    expect(dateQuestion(draft!, wanted)).toBe('Datum');
    expect(problemsOf([draft!], wanted)).toContainEqual({ kind: 'dates', draft: 0, column: 'Datum' });
    expect(dateQuestion(withColumn(draft!, field('transactions', 'transaction_at'), 'Beleg'), wanted)).toBeNull();
    const said = withDialect(draft!, { dates: 'month-first' });
    expect(dateQuestion(said, wanted)).toBeNull();
    expect(decide([said]).plans.get('buchungen.csv')?.dialect.dates).toBe('month-first');
    expect(dateQuestion(withDialect(draft!, { decimal: ',' }), wanted)).toBe('Datum');
  });

  it('ask as well for a column of dates that was chosen by hand', () => {
    const { columns } = guessedTransactions.proposals[0]!;
    const written = { Beleg: { dates: { order: 'either', example: '03/04/2026' } } } as const;
    const file = inspection('buchungen.csv', 'transactions', columns, { others: ['Beleg'], written });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    expect(dateQuestion(draft!, wanted)).toBeNull();
    expect(dateQuestion(withColumn(draft!, field('transactions', 'transaction_at'), 'Beleg'), wanted)).toBe('Beleg');
  });

  it('ask nothing of a column chosen by hand whose values say how they are written', () => {
    const { columns } = guessedTransactions.proposals[0]!;
    const written = {
      Beleg: { dates: { order: 'month-first', example: '01/31/2026' } },
      Wert: { numbers: { decimal: ',', example: '1.234' } },
    } as const;
    const file = inspection('buchungen.csv', 'transactions', columns, { others: ['Beleg', 'Wert'], written });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    const dated = withColumn(draft!, field('transactions', 'transaction_at'), 'Beleg');
    const both = withColumn(
      { ...dated, dialect: { ...dated.dialect, decimal: null } },
      field('transactions', 'points_delta'),
      'Wert',
    );
    expect(both.dialect).toEqual({ dates: 'month-first', decimal: ',' });
    expect(problemsOf([both, ...draftsOf([certainCards], wanted, nothingBefore)], wanted)).toEqual([]);
  });

  it('ask how numbers are written that can be read two ways, until it is said', () => {
    const { columns } = guessedTransactions.proposals[0]!;
    const proposed = { ambiguousNumbers: 'Punkte', dialect: { dates: 'iso', decimal: null } } as const;
    const written = { Punkte: { numbers: { decimal: 'either', example: '1.000' } } } as const;
    const file = inspection('buchungen.csv', 'transactions', columns, { others: ['Beleg'], proposed, written });
    const [draft] = draftsOf([file], wanted, nothingBefore);
    expect(numberQuestion(draft!, wanted)).toBe('Punkte');
    expect(problemsOf([draft!], wanted)).toContainEqual({ kind: 'numbers', draft: 0, column: 'Punkte' });
    expect(numberQuestion(withColumn(draft!, field('transactions', 'points_delta'), 'Beleg'), wanted)).toBeNull();
    const said = withDialect(draft!, { decimal: ',' });
    expect(numberQuestion(said, wanted)).toBeNull();
    expect(decide([said]).plans.get('buchungen.csv')).toMatchObject({
      dialect: { decimal: ',' },
      readingFrom: 'person',
    });
  });

  describe('decided before, and contradicted by what the files hold now', () => {
    const { columns } = guessedTransactions.proposals[0]!;
    const before = {
      kind: 'transactions',
      columns: { ...columns, purchase_amount_cents: 'Umsatz' },
      dialect: { dates: 'day-first', decimal: '.' },
      amounts: 'cents',
    } as const;
    const draftOf = (more: Parameters<typeof inspection>[3], decision: FilePlan = before): Draft =>
      draftsOf(
        [inspection('next.csv', 'transactions', columns, { others: ['Umsatz'], ...more })],
        wanted,
        () => decision,
      )[0]!;
    const dates = (order: 'day-first' | 'month-first' | 'either') => ({
      Datum: { dates: { order, example: '01/02/2026' } },
    });
    const numbers = (decimal: '.' | ',' | 'either') => ({ Punkte: { numbers: { decimal, example: '1.000' } } });

    it('holds where they say the same, or nothing', () => {
      expect(draftOf({})).toMatchObject({ origin: 'remembered', dialect: before.dialect });
      expect(draftOf({ written: dates('day-first') }).origin).toBe('remembered');
      expect(draftOf({ written: dates('either') })).toMatchObject({ origin: 'remembered', undecidedDates: null });
      expect(draftOf({ written: numbers('.') }).origin).toBe('remembered');
    });

    it('is asked again where dates are plainly the other way round', () => {
      const draft = draftOf({ written: dates('month-first') });
      expect(draft).toMatchObject({
        origin: 'contradicted',
        dialect: { dates: 'month-first' },
        columns: before.columns,
      });
      expect(isGuess(draft, 'card_id')).toBe(false);
    });

    it('is asked again where numbers are', () => {
      expect(draftOf({ written: numbers(',') })).toMatchObject({ origin: 'contradicted', dialect: { decimal: ',' } });
    });

    it('is asked again where amounts have decimals now, or a column holds something else', () => {
      expect(draftOf({ fractional: ['Umsatz'] })).toMatchObject({ origin: 'contradicted', amounts: 'units' });
      expect(draftOf({ fits: { Datum: ['text'] } }).origin).toBe('contradicted');
    });

    it('is not where nobody had said anything of decimals: what they say now holds', () => {
      const silent: FilePlan = { ...before, dialect: { dates: 'day-first', decimal: null } };
      expect(draftOf({ written: numbers(',') }, silent)).toMatchObject({
        origin: 'remembered',
        dialect: { decimal: ',' },
      });
      expect(numberQuestion(draftOf({ written: numbers('either') }, silent), wanted)).toBe('Punkte');
    });
  });

  it('are what was decided before for files of the shape, with nothing to ask', () => {
    const [{ shape }, decision] = [guessedTransactions, decide(draftsOf([guessedTransactions], wanted, nothingBefore))];
    const plan = decision.plans.get('buchungen.csv')!;
    const file = { ...guessedTransactions, name: 'next.csv' };
    const [draft] = draftsOf([file], wanted, (one) => (one.shape === shape ? plan : null));
    expect(draft).toMatchObject({ origin: 'remembered', changed: false, columns: plan.columns });
    expect(isGuess(draft!, 'card_id')).toBe(false);
    expect(dateQuestion(draft!, wanted)).toBeNull();
    expect(draftsOf([file], wanted, () => 'left-out')[0]).toMatchObject({ kind: null, origin: 'remembered' });
  });

  it('are worth remembering where the names alone do not say it', () => {
    const drafts = draftsOf([certainCards, guessedTransactions], wanted, nothingBefore);
    expect(decisionsOf(drafts).map(([shape]) => shape)).toEqual([guessedTransactions.shape]);
    const changed = drafts.map((draft) => withColumn(draft, field('cards', 'customer_name'), null));
    expect(decisionsOf(changed)).toHaveLength(2);
  });
});
