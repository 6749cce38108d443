import { describe, expect, it } from 'vitest';
import { definitionNames } from '../../src/contract/definitions.ts';
import { definitions } from '../../workers/answers/definitions.ts';
import { literal, withLiterals } from '../../workers/database/literals.ts';
import { duckdb, postgres } from '../support/definition-databases.ts';
import { tablesOfRandom, utc } from '../support/plain-tables.ts';
import { Chance, lookAt, randomExport } from '../support/random-export.ts';

const exportsTried = 6;
const questionsEach = 4;
const [one, other] = [duckdb(), postgres()];

describe('definitions', () => {
  it.each(Array.from({ length: exportsTried }, (_, index) => index + 1))(
    'give the same on DuckDB and PostgreSQL, bound and written out: export %i',
    async (seed) => {
      const rows = randomExport(seed);
      const tables = tablesOfRandom(rows);
      await one.load(tables);
      await other.load(tables);
      const chance = new Chance(seed + 500);
      for (let question = 0; question < questionsEach; question++) {
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
          horizonDays: chance.of([30, 90, 180]),
          withoutLost: chance.is(0.5),
        };
        for (const name of definitionNames) {
          const { sql, bound } = definitions[name];
          const given = bound(subject, params);
          const found = await one.rows(sql, given);
          expect(await other.rows(sql, given), `${name} ${JSON.stringify(given)}`).toEqual(found);
          expect(await one.rows(withLiterals(sql, given)), name).toEqual(found);
        }
      }
    },
  );

  it('have a type beside every parameter, wherever it stands', () => {
    for (const name of definitionNames) {
      const statement = definitions[name].sql.replaceAll(/^--.*$/gm, '');
      const parameters = statement.match(/\$\d+/g)!;
      expect(statement.match(/\$\d+::(BIGINT|INTEGER|BOOLEAN|TIMESTAMP|DOUBLE PRECISION)/g), name).toHaveLength(
        parameters.length,
      );
    }
  });
});

describe('values written into a statement', () => {
  it.each([
    "O'Brien",
    "''",
    '\\',
    "\\'; DROP TABLE cards; --",
    '-- a',
    '/* a',
    '$1::BIGINT',
    '$$',
    '$&',
    'a\nb',
    '{card}',
    '%',
    '"',
    'é漢🥐',
    '',
  ])('are the text that they are, on both databases: %j', async (value) => {
    const sql = withLiterals('SELECT $1::BIGINT AS value', [value], { 1: 'VARCHAR' });
    expect(await one.rows(sql)).toEqual([{ value }]);
    expect(await other.rows(sql)).toEqual([{ value }]);
  });

  it.each([
    [7, 'BIGINT', '7::BIGINT'],
    ['9007199254740993', 'BIGINT', '9007199254740993::BIGINT'],
    ['-9223372036854775808', 'BIGINT', "'-9223372036854775808'::BIGINT"],
    [-5, 'INTEGER', "'-5'::INTEGER"],
    [0.1, 'DOUBLE PRECISION', '0.1::DOUBLE PRECISION'],
    [true, 'BOOLEAN', 'true::BOOLEAN'],
    [1e-7, 'DOUBLE PRECISION', '1e-7::DOUBLE PRECISION'],
    [null, 'BIGINT', 'NULL::BIGINT'],
    ['2026-04-11 20:57:23.123456', 'TIMESTAMP', "'2026-04-11 20:57:23.123456'::TIMESTAMP"],
  ])('are the numbers and instants that they are: %j as %s', async (value, type, written) => {
    const sql = withLiterals(`SELECT $1::${type} AS value`, [value]);
    expect(sql).toBe(`SELECT ${written} AS value`);
    expect(await one.rows(sql)).toEqual(await other.rows(sql));
  });

  it('are never without a value, nor with a character that PostgreSQL refuses', () => {
    expect(() => withLiterals('SELECT $2::BIGINT', [1])).toThrow('$2 has no value');
    expect(literal('a\0b')).toBe("'ab'");
  });
});
