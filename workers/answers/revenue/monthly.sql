-- Earning transactions by calendar month (`../README.md`) from the derived table.
-- $1 months back, $2 store, $3 whether only that store counts, $4 points per currency unit or null.
WITH earned AS (
  SELECT month, sum(transactions)::INTEGER AS transactions, sum(points) AS points, sum(cents) AS cents, sum(cards)::INTEGER AS cards
  FROM {revenue}
  WHERE back <= $1::INTEGER AND CASE WHEN $3::BOOLEAN THEN NOT is_total AND store_id = $2::BIGINT ELSE is_total END
  GROUP BY month
)
SELECT months.month,
  transactions AS transactions_count,
  points::VARCHAR AS total_points_earned,
  cards AS unique_customers,
  coalesce(cents::VARCHAR, try_cast(round_even(points::DOUBLE * 100 / $4::DOUBLE, 0) AS HUGEINT)::VARCHAR) AS estimated_revenue_cents
FROM earned
JOIN {months} AS months ON months.number = earned.month
ORDER BY earned.month
