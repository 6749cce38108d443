import type { ExportColumn } from '../recognise/export-columns.ts';

/**
 * The statement that notes what rows say of their cards, of which the latest that is said counts.
 *
 * @param columns of the file, of which some are of cards
 * @param values of a row, by the export's names
 * @param from the rows without a problem: what follows FROM
 */
export function insertCardFactsSql(
  columns: readonly ExportColumn[],
  values: ReadonlyMap<string, string>,
  from: string,
): string {
  const said = columns.filter(({ ofCard }) => ofCard).map(({ name }) => name);
  const latest = said.map((name) => `arg_max(${name}, said_at) AS ${name}`);
  const valueOf = (name: string): string => `${values.get(name)!} AS ${name}`;
  return `
    INSERT INTO read_card_facts BY NAME
    SELECT id, max(said_at) AS said_at, ${latest.join(', ')}
    FROM (SELECT ${values.get('card_id')!} AS id, ${values.get('transaction_at')!} AS said_at, ${said.map(valueOf).join(', ')} FROM ${from})
    GROUP BY id`;
}
