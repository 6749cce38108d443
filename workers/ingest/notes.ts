import type { DataNote, FileKind, NoteKind } from '../../src/contract';
import type { Database } from '../database/database';
import { examplesShown } from './batch-sql';

interface NoteSql {
  kind: NoteKind;
  /** Of `row`, one of the kind's table, with `card` and `store` joined for transactions. */
  when: string;
  /** What an example shows. */
  example: string;
}

const idText = (space: string, number: string): string =>
  `coalesce((SELECT any_value(id) FROM incoming_ids WHERE space = '${space}' AND number = ${number}), ${number}::VARCHAR)`;
const card = `coalesce(card_number, ${idText('card', 'row.id')})`;

/** What is true of used rows and worth knowing, by kind of file. */
const noteSql: Record<FileKind, { from: string; notes: NoteSql[] }> = {
  cards: {
    from: 'incoming_cards AS row',
    notes: [
      { kind: 'no-card-number', when: 'card_number IS NULL', example: idText('card', 'row.id') },
      { kind: 'inactive-card', when: 'NOT is_active', example: card },
      { kind: 'unused-card', when: 'row.id NOT IN (SELECT card_id FROM incoming_transactions)', example: card },
      {
        kind: 'in-the-future',
        when: 'greatest(row.created_at, row.last_activity_at) > $1::TIMESTAMP',
        example: "strftime(greatest(row.created_at, row.last_activity_at), '%Y-%m-%d')",
      },
    ],
  },
  transactions: {
    from: `incoming_transactions AS row
      LEFT JOIN incoming_cards AS card ON card.id = row.card_id
      LEFT JOIN incoming_stores AS store ON store.id = row.store_id`,
    notes: [
      { kind: 'unknown-card', when: 'card.id IS NULL', example: idText('card', 'row.card_id') },
      {
        kind: 'before-enrolment',
        when: 'transaction_at < card.created_at',
        example: `coalesce(card.card_number, ${idText('card', 'row.card_id')})`,
      },
      {
        kind: 'in-the-future',
        when: 'transaction_at > $1::TIMESTAMP',
        example: "strftime(transaction_at, '%Y-%m-%d')",
      },
      { kind: 'unknown-type', when: 'type = 0', example: '' },
      { kind: 'no-store', when: 'row.store_id IS NULL', example: '' },
      {
        kind: 'unnamed-store',
        when: 'row.store_id IS NOT NULL AND store.name IS NULL',
        example: idText('store', 'row.store_id'),
      },
    ],
  },
  stores: {
    from: 'incoming_stores AS row',
    notes: [{ kind: 'store-without-name', when: 'name IS NULL', example: idText('store', 'row.id') }],
  },
};

/**
 * What is worth knowing of a kind's used rows.
 *
 * @param now the moment of loading, as SQL text
 */
export async function notesOf(database: Database, kind: FileKind, now: string): Promise<DataNote[]> {
  const { from, notes } = noteSql[kind];
  const counts = notes.map(({ kind: note, when }) => `count(*) FILTER (${when})::INTEGER AS "${note}"`);
  const bound = notes.some(({ when }) => when.includes('$1')) ? [now] : [];
  const [found] = await database.query<Record<NoteKind, number>>(`SELECT ${counts.join(', ')} FROM ${from}`, bound);
  const noted: DataNote[] = [];
  for (const note of notes) {
    const rows = found![note.kind];
    if (rows > 0) noted.push({ kind: note.kind, rows, examples: await examplesOf(database, from, note, now) });
  }
  return noted;
}

async function examplesOf(
  database: Database,
  from: string,
  { kind, when, example }: NoteSql,
  now: string,
): Promise<string[]> {
  if (kind === 'unknown-type')
    return namesOf(await database.query(`SELECT name AS example FROM incoming_other_types LIMIT ${examplesShown}`));
  if (example === '') return [];
  const sql = `SELECT DISTINCT example FROM (SELECT ${example} AS example FROM ${from} WHERE ${when} LIMIT 1000) ORDER BY example LIMIT ${examplesShown}`;
  return namesOf(await database.query(sql, when.includes('$1') ? [now] : []));
}

const namesOf = (rows: Record<string, unknown>[]): string[] => rows.map(({ example }) => String(example));
