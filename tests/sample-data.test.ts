import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExport } from '../sample-data/exports.ts';
import { generate } from '../sample-data/generate.ts';
import { committedSeed, presets } from '../sample-data/presets.ts';
import rates from '../sample-data/rates.json';
import { samples } from '../sample-data/samples.ts';

const home = join(import.meta.dirname, '../sample-data');
const scratch = mkdtempSync(join(tmpdir(), 'sample-data-'));
const files = ['cards.parquet', 'stores.parquet', 'transactions.parquet'];
const silent = () => {};

let database: DuckDBConnection;

beforeAll(async () => {
  database = await (await DuckDBInstance.create(':memory:')).connect();
  await database.run(`set timezone = 'UTC'`);
});

afterAll(() => {
  database.closeSync();
  rmSync(scratch, { recursive: true });
});

/** Rows as arrays; `cards`, `transactions` and `stores` in the SQL stand for the sample's files. */
async function query(folder: string, sql: string): Promise<unknown[][]> {
  const path = (table: string) => `'${join(folder, `${table}.parquet`).replaceAll("'", "''")}'`;
  const tables = ['cards', 'transactions', 'stores'].map((table) => `${table} as (from read_parquet(${path(table)}))`);
  return (await database.runAndReadAll(`with ${tables.join(', ')} ${sql}`)).getRowsJS();
}

/** A figure, or several, from a query with a single row. */
async function figures(folder: string, sql: string): Promise<number[]> {
  const [row] = await query(folder, sql);
  return row!.map(Number);
}

const bytesOf = (folder: string) => files.map((file) => readFileSync(join(folder, file)));

describe('the committed samples', () => {
  it('are what the generator writes, byte for byte', async () => {
    await generate(['--out', join(scratch, 'all')], home, silent);
    for (const { id } of samples) {
      bytesOf(join(home, id)).forEach((bytes, i) => {
        const same = bytes.equals(readFileSync(join(scratch, 'all', id, files[i]!)));
        expect(same, `${id}/${files[i]}: run "npm run sample-data"`).toBe(true);
      });
    }
    const [rates, made] = [home, join(scratch, 'all')].map((folder) =>
      readFileSync(join(folder, 'rates.json'), 'utf8'),
    );
    expect(rates, 'rates.json: run "npm run sample-data"').toBe(made);
  }, 30_000);

  it('are made again from rates that were found before, as the page in one file does', async () => {
    for (const [id, merchants] of Object.entries(presets)) {
      const { files: made } = makeExport(merchants, {}, committedSeed, rates);
      for (const { name, parquet } of made) {
        const bytes = Buffer.from(await new Response(await parquet()).arrayBuffer());
        expect(bytes.equals(readFileSync(join(home, id, name))), `${id}/${name}`).toBe(true);
      }
    }
  });

  it('are under 5 MB together, and there are no other files', () => {
    const sizes = samples.flatMap(({ id }) => {
      expect(readdirSync(join(home, id)).sort()).toEqual(files);
      return files.map((file) => statSync(join(home, id, file)).size);
    });
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(5_000_000);
  });

  it('are described truly', async () => {
    for (const { id, cards, transactions, stores } of samples) {
      const counts = `select (select count(*) from cards), (select count(*) from transactions), (select count(*) from stores)`;
      expect(await figures(join(home, id), counts), id).toEqual([cards, transactions, stores]);
    }
  });
});

describe.each(samples)('$id', ({ id }) => {
  const folder = join(home, id);

  it('has unique ids, and every reference leads somewhere', async () => {
    const merchant = id === 'platform' ? 'merchant_id' : '1';
    const lost = await figures(
      folder,
      `select
        (select count(*) - count(distinct id) from cards),
        (select count(*) - count(distinct card_number) from cards),
        (select count(*) - count(distinct id) from stores),
        (select count(*) from transactions t anti join cards c on c.id = t.card_id),
        (select count(*) from transactions t anti join stores s on s.id = t.store_id where t.store_id is not null),
        (select count(*) from (select card_id, ${merchant} m from transactions) t join (select id, ${merchant} m from cards) c
          on c.id = t.card_id where c.m <> t.m),
        (select count(*) from transactions t join cards c on c.id = t.card_id where t.transaction_at < c.created_at)`,
    );
    expect(lost).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('has balances and last activities that follow from the transactions', async () => {
    const wrong = await figures(
      folder,
      `, running as (select sum(points_delta) over (partition by card_id order by transaction_at rows unbounded preceding) balance
          from transactions),
        account as (select card_id, sum(points_delta) balance, max(transaction_at) last_at from transactions group by card_id)
      select
        count(*) filter (points_balance <> coalesce(balance, 0)),
        count(*) filter (last_activity_at is distinct from last_at),
        (select count(*) from running where balance < 0)
      from cards left join account on card_id = id`,
    );
    expect(wrong).toEqual([0, 0, 0]);
  });

  it('has life in it: nameless and closed cards, one-timers, and what else happens to points', async () => {
    const [nameless, closed, once, types, withoutStore] = await figures(
      folder,
      `, purchases as (select card_id, count(*) n from transactions where transaction_type like '%_earned' group by card_id)
      select
        (select avg((customer_name is null)::int) from cards),
        (select avg((not is_active)::int) from cards),
        (select avg((n = 1)::int) from purchases),
        (select count(distinct transaction_type) from transactions),
        (select avg((store_id is null)::int) from transactions)`,
    );
    expect(nameless).toBeGreaterThan(0.03);
    expect(nameless).toBeLessThan(0.2);
    expect(closed).toBeGreaterThan(0.1);
    expect(closed).toBeLessThan(0.45);
    expect(once).toBeGreaterThan(0.1);
    expect(once).toBeLessThan(0.45);
    expect(types).toBeGreaterThanOrEqual(7);
    expect(withoutStore).toBeGreaterThan(0);
    expect(withoutStore).toBeLessThan(0.06);
  });
});

describe('the stories', () => {
  const trend = (name: string) => `, latest as (select max(transaction_at) moment from transactions),
    visits as (
      select card_id, transaction_at > moment - interval 91 day recent
      from transactions t join stores s on s.id = t.store_id, latest
      where s.name = '${name}' and transaction_at > moment - interval 182 day)
    select count(*) filter (recent) / count(*) filter (not recent),
      count(distinct card_id) filter (recent) / count(distinct card_id) filter (not recent) from visits`;

  it.each([
    ['bakery', 'Bonnevoie'],
    ['retailer', 'Saarbrücken Bahnhofstraße'],
    ['platform', 'Bonnevoie'],
  ])('%s: %s loses more than half of its visits and over a third of its cards', async (id, store) => {
    const [visits, cards] = await figures(join(home, id), trend(store));
    expect(visits).toBeGreaterThan(0.33);
    expect(visits).toBeLessThan(0.46);
    expect(cards).toBeLessThan(0.65);
  });

  it.each([
    ['bakery', 'Belval'],
    ['retailer', 'Aachen Adalbertstraße'],
  ])('%s: %s, opened last year, grows', async (id, store) => {
    const [visits] = await figures(join(home, id), trend(store));
    expect(visits).toBeGreaterThan(1.1);
  });

  it('the retailer has its peak in December, the bakery its dip in August', async () => {
    const months = `select month(transaction_at) from transactions
      where transaction_at >= '2025-01-01' and transaction_at < '2026-01-01' group by 1 order by count(*)`;
    expect((await query(join(home, 'retailer'), months)).at(-1)).toEqual([12n]);
    const around = (month: number) =>
      `select count(*) from transactions where year(transaction_at) = 2026 and month(transaction_at) = ${month}`;
    const [july] = await figures(join(home, 'bakery'), around(7));
    const [august] = await figures(join(home, 'bakery'), around(8));
    expect(august! / july!).toBeLessThan(0.8);
  });
});

describe('the generator', () => {
  const small = (name: string, ...options: string[]) =>
    generate(['--out', join(scratch, name), '--preset', 'bakery', '--cards', '300', ...options], home, silent);

  it('depends on its seed and on nothing else', async () => {
    await small('first');
    await small('again');
    await small('other', '--seed', '8');
    expect(bytesOf(join(scratch, 'again'))).toEqual(bytesOf(join(scratch, 'first')));
    expect(bytesOf(join(scratch, 'other'))).not.toEqual(bytesOf(join(scratch, 'first')));
  });

  it('scales to the size asked for', async () => {
    await small('dense', '--transactions', '9000');
    const [cards, transactions] = await figures(
      join(scratch, 'dense'),
      'select (select count(*) from cards), (select count(*) from transactions)',
    );
    expect(cards).toBe(300);
    expect(transactions).toBeGreaterThan(8_700);
    expect(transactions).toBeLessThan(9_300);
  });

  it('refuses what would overwrite the committed samples, and options it does not know', async () => {
    await expect(generate(['--cards', '10'], home, silent)).rejects.toThrow('need --out');
    await expect(generate(['--out', scratch, '--preset', 'kiosk'], home, silent)).rejects.toThrow(
      'unknown preset "kiosk"',
    );
    await expect(small('bad', '--seed', 'x')).rejects.toThrow('--seed: "x" is not a whole number');
  });
});
