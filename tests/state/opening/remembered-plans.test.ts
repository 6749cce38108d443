import { describe, expect, it } from 'vitest';
import type { FilePlan } from '../../../src/contract/matching.ts';
import { RememberedPlans } from '../../../src/state/opening/remembered-plans.ts';

const plan: FilePlan = {
  kind: 'cards',
  columns: { id: 'Kundennr' },
  dialect: { dates: 'day-first', decimal: ',' },
};
const transactionsPlan: FilePlan = {
  kind: 'transactions',
  columns: { transaction_type: 'Art' },
  dialect: { dates: 'iso', decimal: '.' },
  types: { Gutschrift: 'points_earned' },
  amounts: 'units',
};

function storage(initial: Record<string, string> = {}): Storage & { items: Map<string, string> } {
  const items = new Map(Object.entries(initial));
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage & { items: Map<string, string> };
}

describe('remembered plans', () => {
  it('are there again for files of the same shape', () => {
    const device = storage();
    new RememberedPlans(device).keep([
      ['a', plan],
      ['b', 'left-out'],
      ['t', transactionsPlan],
    ]);
    const later = new RememberedPlans(device);
    expect(later.get('a')).toEqual(plan);
    expect(later.get('b')).toBe('left-out');
    expect(later.get('c')).toBeNull();
    expect(later.get('t')).toEqual(transactionsPlan);
    later.forget(['t']);
    later.forget(['a']);
    expect(later.get('a')).toBeNull();
    later.forget(['b']);
    expect(device.items.size).toBe(0);
    expect(later.isEmpty).toBe(true);
  });

  it('hold names and choices, and nothing else of what they were given', () => {
    const device = storage();
    new RememberedPlans(device).keep([['a', { ...plan, preview: [['Anna']] } as FilePlan]]);
    expect([...device.items.values()].join()).not.toContain('Anna');
  });

  it('are a bounded number: the oldest decision goes first', () => {
    const plans = new RememberedPlans(storage());
    for (let shape = 0; shape < 70; shape += 1) plans.keep([[`shape ${shape}`, plan]]);
    expect(plans.get('shape 9')).toBeNull();
    expect(plans.get('shape 10')).toEqual(plan);
    plans.keep([['shape 10', 'left-out']]);
    plans.keep([['one more', plan]]);
    expect(plans.get('shape 10')).toBe('left-out');
    expect(plans.get('shape 11')).toBeNull();
  });

  it('leave out what is too large to be matched by hand', () => {
    const plans = new RememberedPlans(storage());
    plans.keep([['x'.repeat(30_000), plan]]);
    expect(plans.isEmpty).toBe(true);
  });

  it('of the first version know nothing of decimals where they said point: nobody may have been asked', () => {
    const device = storage({
      'loyalty-lens.plans': JSON.stringify({
        version: 1,
        plans: [
          ['t', transactionsPlan],
          ['a', plan],
          ['b', 'left-out'],
        ],
      }),
    });
    const plans = new RememberedPlans(device);
    expect(plans.get('t')).toEqual({ ...transactionsPlan, dialect: { dates: 'iso', decimal: null } });
    expect([plans.get('a'), plans.get('b')]).toEqual([plan, 'left-out']);
  });

  it.each([
    ['no JSON', 'oops'],
    ['another version', JSON.stringify({ version: 0, plans: [['a', plan]] })],
    ['no list', JSON.stringify({ version: 1, plans: { a: plan } })],
    ['a kind that is none', JSON.stringify({ version: 1, plans: [['a', { ...plan, kind: 'cats' }]] })],
    ['columns that are no text', JSON.stringify({ version: 1, plans: [['a', { ...plan, columns: { id: 1 } }]] })],
    ['types that are no text', JSON.stringify({ version: 1, plans: [['a', { ...plan, types: { x: 1 } }]] })],
    ['amounts in nothing', JSON.stringify({ version: 1, plans: [['a', { ...plan, amounts: 'cats' }]] })],
    ['signs of another kind', JSON.stringify({ version: 1, plans: [['a', { ...plan, signs: 'cats' }]] })],
    ['no dialect', JSON.stringify({ version: 1, plans: [['a', { ...plan, dialect: null }]] })],
  ])('are none where the device has %s', (_, stored) => {
    expect(new RememberedPlans(storage({ 'loyalty-lens.plans': stored })).get('a')).toBeNull();
  });

  it('are none, without an error, where the device keeps nothing', () => {
    const refusing = {
      getItem: () => {
        throw new Error('SecurityError');
      },
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    } as unknown as Storage;
    for (const device of [refusing, null]) {
      const plans = new RememberedPlans(device);
      plans.keep([['a', plan]]);
      plans.forget(['a']);
      expect(plans.get('a')).toBeNull();
    }
  });
});
