import { describe, expect, it } from 'vitest';
import { format, messages } from '../support/english.ts';
import { storeOptions } from '../../src/state/store-options.ts';

const options = (...stores: [id: number | string, name: string | null][]) =>
  storeOptions(
    stores.map(([id, name]) => ({ id, name, transactions: 1 })),
    { messages, format },
  ).map(({ name }) => name);

describe('the stores on offer', () => {
  it('are sorted as people sort names, numbers by their size', () => {
    expect(options([1, 'Shop 10'], [2, 'shop 9'], [3, 'Éclair'], [4, 'Eden'])).toEqual([
      'Éclair',
      'Eden',
      'shop 9',
      'Shop 10',
    ]);
  });

  it('are told apart by their ids where they have the same name', () => {
    expect(options([12, 'Gare'], [3, 'Gare'], [5, 'Airport'])).toEqual(['Airport', 'Gare (3)', 'Gare (12)']);
  });

  it('are called by their ids where the export has no name, and sorted by that', () => {
    expect(options([10, null], [2, 'Tram'], [9, null])).toEqual(['Store 9', 'Store 10', 'Tram']);
    expect(options([9, null], [3, 'Store 9'])).toEqual(['Store 9 (3)', 'Store 9 (9)']);
  });

  it('have a name on one line, even one of spaces or line breaks', () => {
    expect(options(['a\nb', '  '], [2, 'Place\nd’Armes'])).toEqual(['Place␊d’Armes', 'Store a␊b']);
  });
});
