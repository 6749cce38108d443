-- Cohort retention of the Orion service (`../README.md`) from the derived table.
-- $1 report instant, $2 months back, $3 store, $4 whether only cards won by that store count. One row a cohort and offset, in order.
WITH start AS (
  SELECT date_trunc('month', $1::TIMESTAMP - to_days(31 * $2::INTEGER)) AS month
),
counted AS (
  SELECT r.month, window_offset, sum(cards)::INTEGER AS cards
  FROM {cohort_visits} AS r, start
  WHERE (r.month > start.month OR (r.month = start.month AND after_start))
    AND (NOT $4::BOOLEAN OR won_by = $3::BIGINT)
  GROUP BY r.month, window_offset
),
enrolled AS (
  SELECT month, cards, unnest(range(least($2::INTEGER, greatest(1, datediff('month', month, $1::TIMESTAMP))))) AS window_offset
  FROM counted
  WHERE window_offset IS NULL
)
SELECT strftime(enrolled.month, '%Y-%m') AS month, enrolled.cards AS enrolled,
  round_even(100::DOUBLE * coalesce(counted.cards, 0) / enrolled.cards, 0)::INTEGER AS retention,
  coalesce(counted.cards, 0) AS active
FROM enrolled
LEFT JOIN counted ON counted.month = enrolled.month AND counted.window_offset = enrolled.window_offset
ORDER BY enrolled.month, enrolled.window_offset
