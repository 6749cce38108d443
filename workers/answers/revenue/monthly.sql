-- Earning transactions by UTC calendar month (`../README.md`) from the derived table.
-- $1 report instant, $2 months back, $3 store, $4 whether only that store counts, $5 points per currency unit or null.
WITH start AS (
  SELECT date_trunc('month', $1::TIMESTAMP - to_days(31 * $2::INTEGER)) AS month
),
earned AS (
  SELECT r.month,
    CASE WHEN r.month = start.month THEN transactions_after ELSE transactions END AS transactions,
    CASE WHEN r.month = start.month THEN points_after ELSE points END AS points,
    CASE WHEN r.month = start.month THEN cents_after ELSE cents END AS cents,
    CASE WHEN r.month = start.month THEN cards_after ELSE cards END AS cards
  FROM {revenue} AS r, start
  WHERE r.month >= start.month
    AND CASE WHEN $4::BOOLEAN THEN NOT is_total AND store_id = $3::BIGINT ELSE is_total END
)
SELECT strftime(month, '%Y-%m') AS month,
  transactions AS transactions_count,
  points::VARCHAR AS total_points_earned,
  cards AS unique_customers,
  coalesce(cents::VARCHAR, try_cast(round_even(points::DOUBLE * 100 / $5::DOUBLE, 0) AS HUGEINT)::VARCHAR) AS estimated_revenue_cents
FROM earned
WHERE transactions > 0
ORDER BY month
