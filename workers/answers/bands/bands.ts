import { bandNames, type BandName, type ChurnBands, type BandsParams } from '../../../src/contract/bands.ts';
import { exactOrNull, exactSum, type Exact } from '../../../src/contract/exact.ts';
import { checkBandMultiplier } from '../params.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';
import { bandSql, rhythmTable } from './rhythm-table.ts';

const bandsSql = `
  SELECT band, band_before, count(*)::INTEGER AS cards,
    count(points)::INTEGER AS balances,
    coalesce(sum(points) FILTER (points > 0), 0)::VARCHAR AS points,
    coalesce(sum(amounts), 0)::DOUBLE AS amounts,
    coalesce(sum(cents), 0)::VARCHAR AS cents,
    coalesce(sum(visits_of_year), 0)::DOUBLE AS visits
  FROM (
    SELECT points, amounts, cents, visits_of_year, ${bandSql('', '$1::DOUBLE')} AS band, ${bandSql('_before', '$1::DOUBLE')} AS band_before
    FROM {rhythm}
    WHERE is_counted AND (NOT $3::BOOLEAN OR last_store_id = $2::BIGINT)
  )
  GROUP BY ALL`;

/** Cards by how long they have been away, measured by their own rhythm, and how they moved in 30 days. */
export async function churnBands(context: AnswerContext, params: BandsParams): Promise<ChurnBands> {
  const multiplier = checkBandMultiplier(params.multiplier);
  const store = await storeFilter(context, params);
  const table = await derived(context, rhythmTable);
  const rows = await context.database.query<BandRow>(await table(bandsSql), [multiplier, ...store]);
  return bandsOf(rows, multiplier);
}

/** Cards that were in one band 30 days before, and are in another. */
export interface BandRow extends Record<string, unknown> {
  band: BandName;
  band_before: BandName | null;
  cards: number;
  /** Of how many of them the balance is known. */
  balances: number;
  points: string;
  amounts: number;
  cents: string;
  visits: number;
}

/** The answer from its rows. */
export function bandsOf(rows: readonly BandRow[], multiplier: number): ChurnBands {
  const sum = (of: readonly BandRow[], column: 'cards' | 'balances' | 'visits' | 'amounts'): number =>
    of.reduce((total, row) => total + row[column], 0);
  const exactly = (of: readonly BandRow[], column: 'points' | 'cents'): Exact =>
    exactSum(of.map((row) => exactOrNull(row[column])!));
  const hasAmounts = sum(rows, 'amounts') > 0;
  const haveBalances = sum(rows, 'balances') > 0;
  return {
    multiplier,
    bands: bandNames.map((band) => {
      const of = rows.filter((row) => row.band === band);
      const cards = sum(of, 'cards');
      return {
        band,
        cards,
        before: sum(
          rows.filter((row) => row.band_before === band),
          'cards',
        ),
        points: haveBalances && sum(of, 'balances') === cards ? exactly(of, 'points') : null,
        revenueCents: hasAmounts ? exactly(of, 'cents') : null,
        visits: sum(of, 'visits'),
      };
    }),
    moves: bandNames.flatMap((to) =>
      [null, ...bandNames].flatMap((from) => {
        const cards = sum(
          rows.filter((row) => row.band === to && row.band_before === from),
          'cards',
        );
        return cards > 0 ? [{ from, to, cards }] : [];
      }),
    ),
  };
}
