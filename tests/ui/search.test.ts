import { describe, expect, it } from 'vitest';
import { searchable, searchRows } from '../../src/ui/search.ts';

describe('searching', () => {
  const names = ['LC-10', 'LC-9', 'Müller', ''];
  const found = (query: string): readonly string[] => searchRows(names, names.map(searchable), query);

  it('ignores case and accents', () => {
    expect(found('muller')).toEqual(['Müller']);
    expect(found('MÜLL')).toEqual(['Müller']);
  });

  it('wants every word, and of no word finds all', () => {
    expect(found('lc 10')).toEqual(['LC-10']);
    expect(found('  ')).toHaveLength(4);
  });
});
