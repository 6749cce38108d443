import { describe, expect, it } from 'vitest';
import type { EngineFailure, ErrorCode, ErrorDetails } from '../../src/contract/errors.ts';
import { helpers } from '../../src/text/en/helpers.ts';
import { describeFailure as describeIn } from '../../src/text/errors.ts';
import { format, messages } from '../support/english.ts';
import { cut, named, visible } from '../../src/text/shown.ts';

const { churnText, pageText, qualityText } = messages;
const { count } = helpers(format);
const describeFailure = (failure: EngineFailure) => describeIn(failure, messages);

/** One of every cause; a cause without an example here does not compile. */
const examples: { [C in ErrorCode]: ErrorDetails[C] } = {
  'file-empty': { file: 'cards.parquet' },
  'file-damaged': { file: 'cards.parquet', cause: 'end-missing' },
  'file-unreadable': { file: 'cards.parquet', cause: 'NotFoundError' },
  'file-encrypted': { file: 'cards.parquet' },
  'kind-unknown': { file: 'weather.parquet', columns: ['city', 'rain'], closest: null, missing: [] },
  'column-missing': { file: 'c.parquet', kind: 'cards', missing: ['created_at'], columns: ['id', 'enrolled'] },
  'column-ambiguous': { file: 'c.parquet', column: 'id', columns: ['ID', 'Id'] },
  'column-type': { file: 'c.parquet', column: 'created_at', found: 'DOUBLE', wanted: 'instant' },
  'kind-twice': { kind: 'cards', files: ['a.parquet', 'b.parquet'], rows: 1200 },
  'dates-ambiguous': { file: 'c.csv', column: 'Datum', example: '03/04/2026' },
  'numbers-ambiguous': { file: 'c.csv', column: 'Punkte', example: '1.000' },
  'dates-contradicted': { file: 'c.csv', column: 'Datum', example: '03/25/2026' },
  'numbers-contradicted': { file: 'c.csv', column: 'Punkte', example: '1.000' },
  'file-too-slow': { file: 'c.parquet', seconds: 20 },
  'workbook-too-large': { file: 'c.xlsx', what: 'sheet', found: 3e8, limit: 268_435_456 },
  'workbook-empty': { file: 'c.xlsx', hidden: ['Rates'] },
  'format-unknown': { file: 'cards.xlsx', looksLike: 'excel' },
  'header-missing': { file: 'c.csv', firstRow: ['1', '2026-04-03'], rows: [], delimiter: ',' },
  'archive-too-large': { file: 'c.zip', bytes: 9e9 },
  'too-many-files': { archive: 'c.zip', count: 150_000, limit: 10_000 },
  'too-many-columns': { file: 'c.csv', count: 100_000, limit: 16_384 },
  'archive-empty': { file: 'c.zip', found: ['letter.pdf'] },
  'kind-absent': { kind: 'cards', files: ['transactions.parquet'], leftOut: [{ name: 'photo.jpg', why: 'no-part' }] },
  'delta-unreadable': { file: 'transactions', why: 'checkpoint' },
  'no-usable-rows': { file: 'c.parquet', rows: 12, column: 'id', reason: 'missing', example: null },
  'rows-lost': { file: 'c.parquet', expected: 1200, got: 1100 },
  'out-of-memory': { file: 'c.parquet' },
  'too-large': { rows: 80_000_000, bytes: 5.2e9, limit: 3.6e9 },
  'load-cancelled': {},
  'load-in-progress': {},
  'nothing-loaded': {},
  'parameter-invalid': { parameter: 'monthsBack', value: '61', wanted: { is: 'whole', from: 1, to: 60 } },
  'merchant-needed': { merchants: [1, 2, 'x'] },
  'engine-start': { cause: 'no WebAssembly' },
  'engine-crashed': { cause: 'out of memory' },
  'engine-not-fetched': {},
  'types-unexplained': { file: 'a.csv', column: 'Art', words: ['Kauf', 'Storno'] },
  'columns-unconfirmed': { file: 'a.csv', columns: ['name'] },
  'encoding-ambiguous': {
    file: 'c.csv',
    readings: [
      { encoding: 'cp850', words: ['Müller'] },
      { encoding: 'windows-1252', words: ['M\u0081ller'] },
    ],
  },
  'ids-unmet': { file: 'cards.csv', transactions: 100, found: 3 },
  'page-part-missing': { part: 'view', isReachable: false },
  'saving-cancelled': {},
  'saving-interrupted': {},
  'saving-failed': { cause: 'no space' },
  internal: { cause: 'x is not a function' },
};

describe('words of errors', () => {
  it.each(Object.entries(examples))('%s has a title, an explanation and a next step', (code, details) => {
    const words = describeFailure({ code, details } as EngineFailure);
    for (const sentence of Object.values(words)) {
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    }
    expect(words.title.length).toBeGreaterThan(8);
    expect(words.explanation).toMatch(/\.$/);
    expect(words.next).toMatch(/\.$/);
    if ('file' in details) expect(words.title).toContain(details.file!);
  });

  it('name the column that is missing and what was found', () => {
    const { title, explanation } = describeFailure({ code: 'column-missing', details: examples['column-missing'] });
    expect(title).toBe('c.parquet has no column “created_at”');
    expect(explanation).toContain('id, enrolled');
  });

  it('name the type found and the type wanted', () => {
    const { explanation } = describeFailure({ code: 'column-type', details: examples['column-type'] });
    expect(explanation).toBe('It holds DOUBLE; a date and time is needed.');
  });

  it('say of two files of one kind that they overlap, and by how much', () => {
    const { explanation, next } = describeFailure({ code: 'kind-twice', details: examples['kind-twice'] });
    expect(explanation).toContain(`${(1200).toLocaleString()} ids in common`);
    expect(next).toContain('Open only the newer one');
  });

  it('do not repeat what a decoder died of', () => {
    const { explanation } = describeFailure({
      code: 'file-damaged',
      details: { file: 'a.parquet', cause: 'Uncaught RuntimeError: unreachable' },
    });
    expect(explanation).toContain('its contents contradict themselves');
    expect(explanation).not.toContain('unreachable');
  });

  it('do not list a hundred columns', () => {
    const columns = Array.from({ length: 100 }, (_, index) => `c${index}`);
    const { explanation } = describeFailure({
      code: 'kind-unknown',
      details: { file: 'wide.parquet', columns, closest: 'cards', missing: ['id', 'created_at', 'is_active'] },
    });
    expect(explanation).toContain('the columns “id”, “created_at” and “is_active” are missing');
    expect(explanation).toContain('c11 and 88 more');
  });
});

describe('words of the page', () => {
  it('count one and many', () => {
    expect(count(1, 'card')).toBe('1 card');
    expect(count(2, 'card')).toBe('2 cards');
  });

  it('say what is listed, of how many and in which order', () => {
    expect(churnText.listed(50, 1221, '-points_balance', false)).toBe(
      '50 of 1,221 cards at risk, the most points first.',
    );
    expect(churnText.listed(3, 3, '-days_inactive', false)).toBe('All 3 cards at risk, those away the longest first.');
    expect(churnText.listed(1, 1, '-days_inactive', true)).toBe('1 card found.');
    expect(churnText.listed(0, 0, '-days_inactive', false)).toBe('No card at risk.');
    expect(churnText.found(1, 20)).toBe('1 of 20 cards at risk found');
    expect(churnText.found(0, 1)).toBe('0 of 1 card at risk found');
  });

  it('name a merchant by its id and its stores', () => {
    expect(pageText.merchant.name('2', ['Gare', 'Marché'], 4)).toBe('2 · Gare, Marché +2');
    expect(pageText.merchant.name('2', [], 0)).toBe('Merchant 2');
  });
});

describe('values of files', () => {
  it('are not said beside pseudonyms where they may be of a person', () => {
    const readings = [
      { encoding: 'cp850' as const, words: ['Müller'] },
      { encoding: 'windows-1250' as const, words: ['M\u0081ller'] },
    ];
    const failure: EngineFailure = { code: 'encoding-ambiguous', details: { file: 'c.csv', readings } };
    expect(describeIn(failure, messages).explanation).toContain('Müller');
    const { explanation } = describeIn(failure, messages, true);
    expect(explanation).toContain('“ü”');
    expect(explanation).not.toContain('ller');
  });

  it('are shown on one line, cut where they are long', () => {
    expect(visible('a\nb\u0000\u007f')).toBe('a\u240ab\u2400\u2421');
    expect(cut('abcdef', 3)).toBe('abc…');
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('😀😀😀😀', 3)).toBe('😀😀😀…');
  });

  it('show what would not be seen, and what turns the direction of a line', () => {
    expect(visible('gpj.\u202exlsx')).toBe('gpj.‹U+202E›xlsx');
    expect(visible('a\u2066b\u2069\ufeff\u0085')).toBe('a‹U+2066›b‹U+2069›‹U+FEFF›‹U+0085›');
    // Joiners are part of honest names and of signs such as 👩‍🍳.
    expect(visible('👩‍🍳 می‌خواهم')).toBe('👩‍🍳 می‌خواهم');
    expect(named(`${'x'.repeat(5000)}\u202e`)).toBe(`${'x'.repeat(80)}…`);
  });

  it('neither widen nor turn a sentence that they stand in', () => {
    const file = `\u202e${'x'.repeat(5000)}.csv`;
    for (const [code, details] of Object.entries(examples)) {
      const hostile = JSON.parse(JSON.stringify(details), (_, value: unknown) =>
        typeof value === 'string' && value.includes('.') ? file : value,
      ) as object;
      const words = describeFailure({ code, details: hostile } as EngineFailure);
      for (const sentence of Object.values(words)) {
        expect(sentence).not.toContain('\u202e');
        expect(sentence.length).toBeLessThan(2000);
      }
    }
    expect(pageText.filesName([file, 'b'])).toMatch(/^‹U\+202E›x{72}… and 1 more$/);
  });

  it('have what every note means for the answers', () => {
    expect(qualityText.noteWords('in-the-future', 'cards').what(2)).toBe('2 cards dated in the future');
    expect(qualityText.noteWords('unknown-card', 'transactions').effect(2)).toContain('revenue');
  });
});
