-- Cohort retention of the service (`../README.md`) from what is counted by cohort and window: `counted.sql`, `counted-from-first-seen.sql`.
-- $1 months back, $2 store, $3 whether only cards won by that store count, $4 report instant. One row a cohort and offset, in order.
WITH counted AS (
{counted}),
this_month AS (
  SELECT month + ($4::TIMESTAMP >= next_month_at)::INTEGER AS number FROM {dates} WHERE date = $4::TIMESTAMP::DATE
),
enrolled AS (
  SELECT month, cards, unnest(range(least($1::INTEGER, greatest(1, this_month.number - month)))) AS window_offset
  FROM counted, this_month
  WHERE window_offset IS NULL
)
SELECT months.month, enrolled.cards AS enrolled,
  round_even(100::DOUBLE * coalesce(counted.cards, 0) / enrolled.cards, 0)::INTEGER AS retention,
  coalesce(counted.cards, 0) AS active
FROM enrolled
JOIN {months} AS months ON months.number = enrolled.month
LEFT JOIN counted ON counted.month = enrolled.month AND counted.window_offset = enrolled.window_offset
ORDER BY enrolled.month, enrolled.window_offset
