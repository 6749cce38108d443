-- Earning transactions by month.
-- $1 merchant, $2 report instant, $3 store or null, $4 months back, $5 points per currency unit or null.
SELECT month, count(*)::INTEGER AS transactions_count, sum(points_delta) AS total_points_earned,
  count(DISTINCT card_id)::INTEGER AS unique_customers,
  coalesce(
    sum(purchase_amount_cents),
    (sum(points_delta)::DOUBLE PRECISION * 100 / $5::DOUBLE PRECISION)::BIGINT
  ) AS estimated_revenue_cents
FROM transactions
JOIN months ON transaction_at >= starts_at AND transaction_at < ends_at
WHERE merchant_id = $1::BIGINT AND earning
  AND transaction_at >= $2::TIMESTAMP - 31 * $4::INTEGER * INTERVAL '1 day'
  AND transaction_at <= $2::TIMESTAMP
  AND ($3::BIGINT IS NULL OR store_id = $3::BIGINT)
GROUP BY month, number
ORDER BY number
