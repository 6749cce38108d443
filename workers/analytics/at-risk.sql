-- The first cards at risk: the table has them in order of place, and a scan keeps that. $1 multiplier, $2 limit, $3 store, $4 whether only cards last seen in that store count.
WITH listed AS (
  SELECT * FROM {inactivity}
  WHERE days_inactive > avg_interval * $1::DOUBLE AND (NOT $4::BOOLEAN OR last_store_id = $3::BIGINT)
  LIMIT $2::BIGINT
)
SELECT coalesce(ids.id, cards.id::VARCHAR) AS card_id, card_number, customer_name, days_inactive,
  round_even(avg_interval, 0)::INTEGER AS avg_interval_days,
  listed.points_balance::DOUBLE AS points_balance
FROM listed
JOIN cards ON cards.number = listed.card
LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id
ORDER BY place
