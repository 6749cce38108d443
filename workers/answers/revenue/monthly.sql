-- Earning transactions by calendar month (`../README.md`) from what earned by month: `months-of-table.sql`, `months-from-visits.sql`.
-- $1 months back, $2 store, $3 whether only that store counts, $4 points per currency unit or null.
{earned}SELECT months.month,
  transactions AS transactions_count,
  points::VARCHAR AS total_points_earned,
  cards AS unique_customers,
  coalesce(cents::VARCHAR, try_cast(round_even(points::DOUBLE * 100 / $4::DOUBLE, 0) AS HUGEINT)::VARCHAR) AS estimated_revenue_cents
FROM earned
JOIN {months} AS months ON months.number = earned.month
ORDER BY earned.month
