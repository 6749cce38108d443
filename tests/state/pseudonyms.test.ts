import { expect, it } from 'vitest';
import { forgetAll, keptOnDevice } from '../../src/platform/kept-on-device.ts';
import { Pseudonyms } from '../../src/state/pseudonyms.svelte.ts';

/** A device that keeps what it is told, with what it keeps from before. */
function device(kept: Record<string, string> = {}): Storage {
  const storage = { ...kept } as unknown as Storage;
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  return Object.defineProperties(storage, {
    getItem: hidden((key: string) => storage[key] ?? null),
    setItem: hidden((key: string, value: string) => (storage[key] = value)),
    removeItem: hidden((key: string) => Reflect.deleteProperty(storage, key)),
  });
}

it('are off at first, and stay the same while the device keeps their key', () => {
  const storage = device();
  const first = new Pseudonyms(storage);
  expect([first.isOn, first.key, Object.keys(storage)]).toEqual([false, undefined, []]);
  first.turn(true);
  expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  const next = new Pseudonyms(storage);
  expect([next.isOn, next.key]).toEqual([true, first.key]);
  next.turn(false);
  expect([next.key, new Pseudonyms(storage).isOn]).toEqual([undefined, false]);
  next.turn(true);
  expect(next.key).toBe(first.key);
});

it('are others once what the device kept is forgotten, and are still shown', () => {
  const storage = device();
  const pseudonyms = new Pseudonyms(storage);
  pseudonyms.turn(true);
  const { key } = pseudonyms;
  forgetAll([storage]);
  pseudonyms.renew();
  expect([pseudonyms.isOn, pseudonyms.key === key]).toEqual([true, false]);
});

it.each([
  ['nothing is kept', null],
  ['what is kept is none', device({ 'loyalty-lens.pseudonyms': '{"version":1,"isOn":true}' })],
  ['what is kept is no JSON', device({ 'loyalty-lens.pseudonyms': 'oops' })],
])('are off, and can be turned on, where %s', (_, storage) => {
  const pseudonyms = new Pseudonyms(storage);
  expect(pseudonyms.isOn).toBe(false);
  pseudonyms.turn(true);
  expect(pseudonyms.key).toMatch(/^[0-9a-f]{32}$/);
});

it('what the device keeps is counted by the entries of each list, and forgotten without what is of others', () => {
  const storage = device({
    'loyalty-lens.plans': '{"version":2,"plans":[["a",{}],["b",{}]]}',
    'loyalty-lens.language': 'de',
    'another.page': 'x',
  });
  expect(keptOnDevice([storage, null])).toEqual([
    { name: 'plans', entries: 2 },
    { name: 'language', entries: 1 },
  ]);
  forgetAll([storage, null]);
  expect([keptOnDevice([storage]), Object.keys(storage)]).toEqual([[], ['another.page']]);
});
