-- Earning transactions by store as defined, from the transactions themselves (`workers/answers/README.md`).
-- $1 merchant, $2 report instant, $3 months back, $4 points per currency unit or null, $5 store or null.
SELECT store_id::DOUBLE AS store_id,
  coalesce(any_value(stores.name), 'Store ' || store_id) AS store_name,
  count(*)::INTEGER AS transactions_count,
  sum(points_delta)::DOUBLE AS total_points_earned,
  coalesce(sum(purchase_amount_cents)::DOUBLE, round_even(sum(points_delta)::DOUBLE * 100 / $4::DOUBLE, 0)) AS estimated_revenue_cents
FROM transactions
LEFT JOIN stores ON stores.id = store_id
WHERE merchant_id = $1::BIGINT
  AND type IN ('points_earned', 'stamp_earned') AND points_delta > 0
  AND transaction_at >= $2::TIMESTAMP - to_days(31 * $3::INTEGER)
  AND transaction_at <= $2::TIMESTAMP
  AND store_id IS NOT NULL AND ($5 IS NULL OR store_id = $5::BIGINT)
GROUP BY store_id
ORDER BY store_id
