-- Earning transactions by store (`../README.md`), from the derived table; those without a store last, with nulls.
-- $1 report instant, $2 months back, $3 store, $4 whether only that store counts, $5 points per currency unit or null.
WITH start AS (
  SELECT date_trunc('month', $1::TIMESTAMP - to_days(31 * $2::INTEGER)) AS month
),
earned AS (
  SELECT store_id,
    sum(CASE WHEN r.month = start.month THEN transactions_after ELSE transactions END) AS transactions,
    sum(CASE WHEN r.month = start.month THEN points_after ELSE points END) AS points,
    sum(CASE WHEN r.month = start.month THEN cents_after ELSE cents END) AS cents
  FROM {revenue} AS r, start
  WHERE r.month >= start.month AND NOT is_total AND (NOT $4::BOOLEAN OR store_id = $3::BIGINT)
  GROUP BY store_id
)
SELECT coalesce(ids.id, store_id::VARCHAR) AS store_id,
  stores.name AS store_name,
  transactions::INTEGER AS transactions_count,
  points::VARCHAR AS total_points_earned,
  coalesce(cents::VARCHAR, try_cast(round_even(points::DOUBLE * 100 / $5::DOUBLE, 0) AS HUGEINT)::VARCHAR) AS estimated_revenue_cents
FROM earned
LEFT JOIN stores ON stores.id = store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = store_id
WHERE transactions > 0
ORDER BY earned.store_id IS NULL, CASE WHEN ids.id IS NULL THEN earned.store_id ELSE ids.whole END NULLS LAST, ids.id
