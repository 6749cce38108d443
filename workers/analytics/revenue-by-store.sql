-- Earning transactions by store, those without a store left out (product definition, section 3).
-- $1 merchant, $2 report instant, $3 months back, $4 points per currency unit or null.
WITH earned AS (
  SELECT store_id, count(*) AS transactions, sum(points_delta) AS points, sum(purchase_amount_cents) AS cents
  FROM transactions
  WHERE merchant_id = $1::BIGINT
    AND type IN (1, 2) AND points_delta > 0
    AND transaction_at >= $2::TIMESTAMP - to_days(31 * $3::INTEGER)
    AND transaction_at <= $2::TIMESTAMP
    AND store_id IS NOT NULL
  GROUP BY store_id
)
SELECT coalesce(ids.id, store_id::VARCHAR) AS store_id,
  stores.name AS store_name,
  transactions::INTEGER AS transactions_count,
  points::DOUBLE AS total_points_earned,
  coalesce(cents::DOUBLE, round_even(points::DOUBLE * 100 / $4::DOUBLE, 0)) AS estimated_revenue_cents
FROM earned
LEFT JOIN stores ON stores.id = store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = store_id
ORDER BY ids.id NULLS FIRST, earned.store_id
