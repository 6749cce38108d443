-- Earning transactions by store (`../README.md`), from what earned by store (`stores-of-table.sql`,
-- `stores-from-visits.sql`); those without a store last, with nulls.
-- $1 months back, $2 store, $3 whether only that store counts, $4 points per currency unit or null.
{earned}SELECT coalesce(ids.id, store_id::VARCHAR) AS store_id,
  stores.name AS store_name,
  transactions::INTEGER AS transactions_count,
  points::VARCHAR AS total_points_earned,
  coalesce(cents::VARCHAR, try_cast(round_even(points::DOUBLE * 100 / $4::DOUBLE, 0) AS HUGEINT)::VARCHAR) AS estimated_revenue_cents
FROM earned
LEFT JOIN stores ON stores.id = store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = store_id
ORDER BY earned.store_id IS NULL, CASE WHEN ids.id IS NULL THEN earned.store_id ELSE ids.whole END NULLS LAST, ids.id
