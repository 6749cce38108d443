import { Utf8 } from 'apache-arrow';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { DefinitionAnswers } from '../support/definition-answers.ts';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';
import { unpacked } from '../support/saved-tables.ts';

const [key, other] = ["8f'{card}", 'c0ffee'];
const ids = ['LC-1', 'LC-2', 'LC-3', "O'Brien", '{from}'];
const people = ['Ann Adler', 'Bo Berg', null, 'Cid Curie', 'Dan Duval'];
const text = (values: readonly (string | null)[]): [(string | null)[], Utf8] => [[...values], new Utf8()];

/** An export of five cards, of which one more is named by a transaction alone. */
function files(): File[] {
  const cards = ids.map((_, id) => ({ id, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-20T00:00:00Z' }));
  const visits = [...ids, 'unknown'].flatMap((_, card) =>
    [1, 4, 9].map((day) => ({ card, at: `2026-01-0${day}T00:00:00Z`, store: 1 })),
  );
  const cardOf = (card: number): string => ids[card] ?? 'LC-99';
  return [
    cardsFile(cards, { id: text(ids), card_number: text(ids), customer_name: text(people) }),
    transactionsFile(visits, { card_id: text(visits.map(({ card }) => cardOf(card))) }),
  ];
}

let engine: Engine;
const asked = { merchantId: 1, asOf: '2027-01-01T00:00:00.000000Z', limit: 10 };
beforeAll(async () => {
  ({ engine } = await engineWith(files()));
});

describe('pseudonyms', () => {
  it('stand for the number, the id and the name of a card, where it has one, and for nothing else', async () => {
    const { cards } = await engine.atRiskCards({ ...asked, pseudonyms: key });
    const own = await engine.atRiskCards(asked);
    expect(cards).toEqual(
      own.cards.map((card) => ({
        ...card,
        card_id: expect.stringMatching(/^[0-9A-F]{5}-[0-9A-F]{5}$/),
        card_number: expect.stringMatching(/^[0-9A-F]{5}-[0-9A-F]{5}$/),
        customer_name: card.customer_name === null ? null : expect.stringMatching(/^[0-9A-F]{5}$/),
      })),
    );
    expect(new Set(cards.map(({ card_number }) => card_number)).size).toBe(5);
    for (const { card_id, card_number, customer_name } of cards) {
      expect(card_id).toBe(card_number);
      expect([null, card_number!.slice(0, 5)]).toContain(customer_name);
    }
  });

  it('are the same in another export, and others with another key', async () => {
    const numbers = async (of: Engine, pseudonyms: string): Promise<(string | null)[]> =>
      (await of.atRiskCards({ ...asked, pseudonyms })).cards.map(({ card_number }) => card_number);
    const before = await numbers(engine, key);
    const { engine: later } = await engineWith(files(), 1);
    expect(await numbers(later, key)).toEqual(before);
    expect((await numbers(engine, other)).filter((number) => before.includes(number))).toEqual([]);
  });

  it('are what is searched and sorted by', async () => {
    const { cards } = await engine.atRiskCards({ ...asked, pseudonyms: key, sort: 'card_number' });
    const numbers = cards.map(({ card_number }) => card_number!);
    expect(numbers).toEqual(numbers.toSorted());
    const found = await engine.atRiskCards({ ...asked, pseudonyms: key, search: numbers[2]!.toLowerCase() });
    expect([found.found_count, found.cards.map(({ card_number }) => card_number)]).toEqual([1, [numbers[2]]]);
    expect((await engine.atRiskCards({ ...asked, pseudonyms: key, search: 'Adler' })).found_count).toBe(0);
    expect((await engine.atRiskCards({ ...asked, search: 'Adler' })).found_count).toBe(1);
  });

  it('are all that saved tables have of a card, and the answers stay the same', async () => {
    const blob = await engine.saveTables(() => undefined, undefined, key);
    const saved = await unpacked(blob);
    onTestFinished(() => saved.close());
    const rows = JSON.stringify(
      await Promise.all(['cards', 'transactions'].map((name) => saved.run(`SELECT * FROM '${name}.parquet'`))),
    );
    for (const word of [...ids, 'LC-99', ...people]) if (word !== null) expect(rows).not.toContain(word);
    const copied = new DefinitionAnswers(async (name) => saved.run(await engine.explain(name, asked)));
    const answer = await engine.atRiskCards({ ...asked, pseudonyms: key });
    expect(await copied.atRiskCards(asked)).toEqual({
      ...answer,
      cards: answer.cards.map((card) => ({ ...card, card_id: expect.any(Number) })),
    });
    expect(await copied.overview(asked)).toEqual(await engine.overview(asked));
    expect(await copied.revenueAttribution(asked)).toEqual(await engine.revenueAttribution(asked));
  });
});
