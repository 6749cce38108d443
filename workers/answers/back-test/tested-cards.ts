import {
  testedColumns,
  type TestedCard,
  type TestedCards,
  type TestedParams,
} from '../../../src/contract/back-test.ts';
import { exactOrNull } from '../../../src/contract/exact.ts';
import { filled } from '../../database/filled.ts';
import { idOf } from '../../database/ids.ts';
import { cardNames, type CardNames } from '../../database/pseudonyms.ts';
import { foundSql, idKeys, idsSql, nameKeys, numberKeys, orderedBy, searchWords } from '../card-list.ts';
import { checkLimit, checkOrder } from '../params.ts';
import type { AnswerContext } from '../question.ts';
import cellSql from './cell.sql?raw';
import { checkedCards } from './checked-cards.ts';
import countedSql from './counted.sql?raw';
import listedSql from './listed.sql?raw';
import { checkTest } from './test-params.ts';

/** The place of the first word that is searched for among the parameters. */
const firstWord = 7;

/** The cards of one of the four cells of a back-test. Sorted and searched over all of them, before the list is cut. */
export async function testedCards(context: AnswerContext, params: TestedParams): Promise<TestedCards> {
  const { sql: checked, bound } = await checkedCards(context, checkTest(params), params);
  const sql = checked + cellSql;
  const limit = checkLimit(params.limit);
  const order = checkOrder(params.sort ?? '-spent', testedColumns);
  const words = searchWords(params.search ?? '');
  const { database, loaded } = context;
  const areNamed = loaded.namedSpaces.has('card');
  const names = cardNames(params.pseudonyms, areNamed ? 'ids' : null);
  const parts = { 'names of cards': idsSql(areNamed), 'and found': foundSql(words, firstWord, names) };
  const asked = [...bound, params.flagged, params.stayedAway, ...words];
  const [counts] = await database.query<Counts>(sql + filled(countedSql, parts), asked);
  const listed = filled(listedSql, {
    ...parts,
    id: names.id,
    number: names.number,
    name: names.name,
    order: orderedBy(keysOf(names), order),
    'by id': idKeys(areNamed),
    limit: `$${firstWord + words.length}`,
  });
  const rows = await database.query<TestedRow>(sql + listed, [...asked, limit]);
  const isText = params.pseudonyms !== undefined || loaded.textSpaces.has('card');
  const { cards: count, found, has_money: hasMoney } = counts!;
  return {
    count,
    ...(words.length > 0 && { found }),
    cards: rows.map((row): TestedCard => ({
      cardId: idOf(row.card_id, isText),
      cardNumber: row.card_number,
      customerName: row.customer_name,
      visits: row.visits,
      daysAway: row.days,
      times: row.times,
      spentCents: hasMoney ? exactOrNull(row.cents) : null,
      since: row.since,
    })),
  };
}

interface Counts extends Record<string, unknown> {
  cards: number;
  found: number;
  has_money: boolean;
}

interface TestedRow extends Record<string, unknown> {
  card_id: string;
  card_number: string | null;
  customer_name: string | null;
  visits: number;
  since: number;
  days: number;
  cents: string;
  times: number | null;
}

/** What is compared, by column. SQL. */
const keysOf = (names: CardNames): Record<(typeof testedColumns)[number], readonly string[]> => ({
  // Not the text that is given of it.
  spent: ['cell.cents'],
  times: ['times'],
  daysAway: ['days'],
  visits: ['visits'],
  since: ['since'],
  cardNumber: numberKeys(names),
  customerName: nameKeys(names),
});
