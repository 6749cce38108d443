import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { definitions } from '../../workers/answers/definitions.ts';
import { definitionNames } from '../../src/contract/definitions.ts';
import { duckdb, postgres } from '../support/definition-databases.ts';
import { tablesOfRandom, utc } from '../support/plain-tables.ts';
import { Chance, lookAt, randomExport } from '../support/random-export.ts';

void readFileSync;
void beforeAll;
const one = duckdb();
const other = postgres();

describe('definitions', () => {
  it.each(Array.from({ length: 10 }, (_, index) => index + 1))(
    'give the same on DuckDB and PostgreSQL: export %i',
    async (seed) => {
      const rows = randomExport(seed);
      const tables = tablesOfRandom(rows);
      await one.load(tables);
      await other.load(tables);
      const chance = new Chance(seed + 500);
      for (let i = 0; i < 5; i++) {
        const { asOf = '2026-07-01T00:00:00.000000Z', monthsBack } = lookAt(rows, chance);
        const subject = {
          merchant: chance.of(rows.merchants),
          asOf: utc(asOf),
          store: chance.is(0.5) ? chance.of([...rows.stores, 99]) : null,
        };
        const params = {
          monthsBack,
          multiplier: chance.of([0.25, 1, 1.7, 2]),
          limit: chance.of([0, 5, 1000]),
          pointsPerCurrencyUnit: chance.is(0.5) ? 3 : undefined,
        };
        for (const name of definitionNames) {
          const { sql, bound } = definitions[name];
          const given = bound(subject, params);
          expect(await other.rows(sql, given), `${name} ${JSON.stringify(given)}`).toEqual(await one.rows(sql, given));
        }
      }
    },
  );
});
