import { expect, it } from 'vitest';
import type { Database } from '../../workers/database/database.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';
import { deriveActivity } from '../../workers/load/activity.ts';
import { createTables } from '../../workers/load/create-tables.ts';
import { Chance } from '../support/random-export.ts';

/** Thirty cards and a thousand transactions in no order, of unknown cards too, many at one instant. */
async function incoming(database: Database): Promise<void> {
  const chance = new Chance(5);
  await createTables(database, Infinity);
  const cards = Array.from(
    { length: 30 },
    (_, id) => `(0, ${id}, ${id}, 1, '2026-01-${10 + chance.below(20)}', NULL, true, 0, NULL, NULL)`,
  );
  await database.run(`INSERT INTO read_cards VALUES ${cards.join(', ')}`);
  const transactions = Array.from({ length: 1000 }, (_, row) => {
    const at = `'2026-02-${10 + chance.below(9)} ${10 + chance.below(3)}:00'`;
    return `(1, ${row}, ${chance.below(35)}, 1, ${at}, 1, 10, ${chance.below(3)}, NULL, ${(row * 7) % 1000})`;
  });
  await database.run(`INSERT INTO read_transactions SELECT *, NULL FROM (VALUES ${transactions.join(', ')})`);
}

async function derived(rowsAPass?: number): Promise<{ activity: unknown[]; cards: unknown[] }> {
  const database = await openNodeDatabase();
  await incoming(database);
  await deriveActivity(database, rowsAPass);
  const activity = await database.query(
    'SELECT rowid::INTEGER AS place, columns(*)::VARCHAR FROM incoming_activity ORDER BY rowid',
  );
  return { activity, cards: await database.query('SELECT columns(*)::VARCHAR FROM incoming_cards') };
}

it('derives the same tables however many passes it takes', async () => {
  const inOne = await derived();
  expect(inOne.activity).toHaveLength(1000);
  expect(inOne.cards).toHaveLength(30);
  for (const rowsAPass of [999, 400, 7]) expect(await derived(rowsAPass)).toEqual(inOne);
});

it('has each card in order of time and then of the id of the transaction, with whole days between', async () => {
  const database = await openNodeDatabase();
  await incoming(database);
  const wanted = await database.query(`
    SELECT card_index::VARCHAR AS card_index, transaction_at::VARCHAR AS transaction_at, store_id::VARCHAR AS store_id,
      ((epoch_us(transaction_at) - epoch_us(lag(transaction_at) OVER each)) // 86400000000)::VARCHAR AS gap_days
    FROM read_transactions AS t
    JOIN (
      SELECT id, row_number() OVER (ORDER BY created_at, id) AS card_index FROM read_cards
      UNION ALL SELECT id, id + 1 FROM (SELECT unnest(range(30, 35)) AS id)
    ) AS card ON card.id = card_id
    WINDOW each AS (PARTITION BY card_id ORDER BY transaction_at, t.id)
    ORDER BY card.card_index, transaction_at, t.id`);
  await deriveActivity(database);
  const found = await database.query(
    'SELECT columns(["card_index", "transaction_at", "store_id", "gap_days"])::VARCHAR FROM incoming_activity ORDER BY rowid'.replaceAll(
      '"',
      "'",
    ),
  );
  expect(found).toEqual(wanted);
});
