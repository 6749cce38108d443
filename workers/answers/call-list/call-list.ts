import {
  callColumns,
  calledBands,
  type CalledCard,
  type CallList,
  type CallOrder,
  type CallParams,
} from '../../../src/contract/bands.ts';
import { DAY } from '../../../src/domain/units.ts';
import { isoDay } from '../../../src/domain/local-calendar.ts';
import type { Param } from '../../database/database.ts';
import { filled } from '../../database/filled.ts';
import { idOf } from '../../database/ids.ts';
import { cardNames, type CardNames } from '../../database/pseudonyms.ts';
import { foundSql, idKeys, idsSql, nameKeys, numberKeys, orderedBy, searchWords } from '../card-list.ts';
import { bandSql, rhythmTable } from '../bands/rhythm-table.ts';
import { checkBandMultiplier, checkLimit, checkOneOf, checkOrder } from '../params.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';
import listedSql from './listed.sql?raw';

/** The band of a card that is called, null of any other; `suffix` as of `bandSql`. SQL. */
const calledBand = (suffix: '' | '_earlier'): string => {
  const band = bandSql(suffix, '$1::DOUBLE');
  return `CASE WHEN visits${suffix} >= 3 AND ${band} IN ('slipping', 'overdue') THEN ${band} END`;
};

const countsSql = `
  SELECT count(band)::INTEGER AS late, count(cents_ever) > 0 AS has_money,
    count(*) FILTER (band_earlier = 'slipping')::INTEGER AS slipping,
    count(*) FILTER (band_earlier = 'slipping' AND visits = visits_earlier)::INTEGER AS slipping_away,
    count(*) FILTER (band_earlier = 'overdue')::INTEGER AS overdue,
    count(*) FILTER (band_earlier = 'overdue' AND visits = visits_earlier)::INTEGER AS overdue_away
  FROM (
    SELECT visits, visits_earlier, cents_ever, ${calledBand('')} AS band, ${calledBand('_earlier')} AS band_earlier
    FROM {rhythm}
    WHERE is_counted AND (NOT $3::BOOLEAN OR last_store_id = $2::BIGINT)
  )`;

const foundCountSql = `
  SELECT count(*)::INTEGER AS found
  FROM {rhythm} AS rhythm
  JOIN cards ON cards.card_index = rhythm.card_index
  {names of cards}
  WHERE is_counted AND ${calledBand('')} IS NOT NULL AND (NOT $3::BOOLEAN OR last_store_id = $2::BIGINT)
    AND ($4::VARCHAR IS NULL OR ${calledBand('')} = $4::VARCHAR) {and found}`;

/** The store in which a card was most, of several the one used last; of cards in a table before it. SQL. */
const homeSql = (of: 'valued' | 'listed'): string => `home AS (
  SELECT card_index, store_id, row_number() OVER (PARTITION BY card_index ORDER BY count(*) DESC, max(activity.rowid) DESC) AS place
  FROM activity
  WHERE card_index IN (SELECT card_index FROM ${of})
    AND merchant_id = $8::BIGINT
    AND store_id IS NOT NULL
    AND transaction_at <= $9::TIMESTAMP
  GROUP BY card_index, store_id
)`;

const homeOfEachSql = `
  LEFT JOIN home ON home.card_index = valued.card_index AND home.place = 1
  LEFT JOIN stores ON stores.id = home.store_id`;

/**
 * Cards that are late by their own rhythm, by what is at stake (`CalledCard`). Sorted and searched over all of them, before the list is cut;
 * of a store: the cards last seen there.
 */
export async function callList(context: AnswerContext, params: CallParams): Promise<CallList> {
  const multiplier = checkBandMultiplier(params.multiplier);
  const limit = checkLimit(params.limit);
  const order = checkOrder(params.sort ?? '-atStake', callColumns);
  const band = params.band === undefined ? null : checkOneOf('band', params.band, calledBands);
  const words = searchWords(params.search ?? '');
  const store = await storeFilter(context, params);
  const { database, loaded, scope } = context;
  const table = await derived(context, rhythmTable);
  const query = async <R extends Record<string, unknown>>(sql: string, bound: readonly Param[]): Promise<R[]> =>
    database.query<R>(await table(sql), bound);

  const [counts] = await query<Counts>(countsSql, [multiplier, ...store]);
  const outcome = outcomeOf(counts!);
  const areNamed = loaded.namedSpaces.has('card');
  const names = cardNames(params.pseudonyms, areNamed ? 'ids' : null);
  const namesOfCards = idsSql(areNamed);
  const rows = await query<CalledRow>(
    filled(listedSql, {
      band: calledBand(''),
      id: names.id,
      number: names.number,
      name: names.name,
      order: order === '-atStake' ? '' : orderedBy(keysOf(names), order),
      'by id': idKeys(areNamed),
      ...homeParts(order),
      'names of cards': namesOfCards,
      'and found': foundSql(words, 11, names),
    }),
    [
      multiplier,
      limit,
      ...store,
      shareOf(outcome.stayedAway.slipping),
      shareOf(outcome.stayedAway.overdue),
      outcome.hasMoney,
      scope.merchant,
      scope.asOf,
      band,
      ...words,
    ],
  );
  const isText = {
    card: params.pseudonyms !== undefined || loaded.textSpaces.has('card'),
    store: loaded.textSpaces.has('store'),
  };
  const found =
    words.length === 0 && band === null
      ? []
      : await query<{ found: number }>(
          filled(foundCountSql, { 'and found': foundSql(words, 5, names), 'names of cards': namesOfCards }),
          [multiplier, ...store, band, ...words],
        );
  return {
    multiplier,
    ...outcome,
    ...(found[0] && { found: found[0].found }),
    cards: rows.map((row) => calledCard(row, outcome, isText)),
  };
}

/** Where stores are looked up: of the listed cards alone, unless those are found by it. */
const homeParts = (order: CallOrder): Record<'home of all' | 'home of each' | 'home of the listed', string> =>
  order.endsWith('home')
    ? { 'home of all': `${homeSql('valued')},`, 'home of each': homeOfEachSql, 'home of the listed': '' }
    : { 'home of all': '', 'home of each': '', 'home of the listed': `, ${homeSql('listed')}` };

/** How late cards are counted. */
export interface Counts extends Record<string, unknown> {
  late: number;
  has_money: boolean;
  slipping: number;
  slipping_away: number;
  overdue: number;
  overdue_away: number;
}

/** A card as the statements give it. */
export interface CalledRow extends Record<string, unknown> {
  card_id: string;
  card_number: string | null;
  customer_name: string | null;
  band: 'slipping' | 'overdue';
  visits: number;
  /** The calendar's number of the day. */
  last_day: number;
  days_away: number;
  span: number;
  cents: string;
  store_id: string | null;
  store_name: string | null;
}

type Outcome = Pick<CallList, 'count' | 'hasMoney' | 'stayedAway'>;

/** What the counts say. */
export const outcomeOf = (counts: Counts): Outcome => ({
  count: counts.late,
  hasMoney: counts.has_money,
  stayedAway: {
    slipping: { cards: counts.slipping, away: counts.slipping_away },
    overdue: { cards: counts.overdue, away: counts.overdue_away },
  },
});

/** Of those that were late, who did not come back; 1 where there is nobody to go by. */
const shareOf = ({ cards, away }: { cards: number; away: number }): number => (cards > 0 ? away / cards : 1);

/** A card of the list from its row. */
export function calledCard(
  row: CalledRow,
  { hasMoney, stayedAway }: Outcome,
  isText: { card: boolean; store: boolean },
): CalledCard {
  const { visits, span, days_away: daysAway, last_day: lastDay } = row;
  const usualInterval = span / (visits - 1);
  const spend = hasMoney ? Number(row.cents) / visits : null;
  return {
    cardId: idOf(row.card_id, isText.card),
    cardNumber: row.card_number,
    customerName: row.customer_name,
    band: row.band,
    visits,
    lastVisit: isoDay(lastDay * DAY),
    daysAway,
    usualInterval,
    expected: isoDay((lastDay + Math.round(usualInterval)) * DAY),
    spendCents: spend,
    homeStore: row.store_id === null ? null : { id: idOf(row.store_id, isText.store), name: row.store_name },
    atStake: ((90 * (visits - 1)) / span) * (spend ?? 1) * shareOf(stayedAway[row.band]),
  };
}

/** What is compared, by column. SQL. */
const keysOf = (names: CardNames): Record<(typeof callColumns)[number], readonly string[]> => ({
  atStake: ['at_stake'],
  visits: ['visits'],
  daysAway: ['days_away'],
  times: ['days_away * (visits - 1)::DOUBLE / span'],
  home: ['lower(stores.name)', 'home.store_id'],
  expected: ['last_day + round(span::DOUBLE / (visits - 1))'],
  spend: ['coalesce(cents_ever, 0)::DOUBLE / visits'],
  cardNumber: numberKeys(names),
  customerName: nameKeys(names),
});
