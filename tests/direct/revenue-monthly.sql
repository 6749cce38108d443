-- Earning transactions by UTC calendar month as defined, from the transactions themselves (`workers/answers/README.md`).
-- $1 merchant, $2 report instant, $3 months back, $4 points per currency unit or null, $5 store or null.
SELECT strftime(date_trunc('month', transaction_at), '%Y-%m') AS month,
  count(*)::INTEGER AS transactions_count,
  sum(points_delta)::DOUBLE AS total_points_earned,
  count(DISTINCT card_id)::INTEGER AS unique_customers,
  coalesce(sum(purchase_amount_cents)::DOUBLE, round_even(sum(points_delta)::DOUBLE * 100 / $4::DOUBLE, 0)) AS estimated_revenue_cents
FROM transactions
WHERE merchant_id = $1::BIGINT
  AND type IN ('points_earned', 'stamp_earned') AND points_delta > 0
  AND transaction_at >= $2::TIMESTAMP - to_days(31 * $3::INTEGER)
  AND transaction_at <= $2::TIMESTAMP
  AND ($5 IS NULL OR store_id = $5::BIGINT)
GROUP BY 1
ORDER BY 1
