-- Earning transactions by store; those without a store last.
-- $1 merchant, $2 report instant, $3 store or null, $4 months back, $5 points per currency unit or null.
SELECT store_id, min(stores.name) AS store_name, count(*)::INTEGER AS transactions_count,
  sum(points_delta) AS total_points_earned,
  coalesce(
    sum(purchase_amount_cents),
    (sum(points_delta)::DOUBLE PRECISION * 100 / $5::DOUBLE PRECISION)::BIGINT
  ) AS estimated_revenue_cents
FROM transactions
LEFT JOIN stores ON stores.id = store_id
WHERE merchant_id = $1::BIGINT AND earning
  AND transaction_at >= $2::TIMESTAMP - 31 * $4::INTEGER * INTERVAL '1 day'
  AND transaction_at <= $2::TIMESTAMP
  AND ($3::BIGINT IS NULL OR store_id = $3::BIGINT)
GROUP BY store_id, stores.row_number
ORDER BY stores.row_number NULLS LAST
