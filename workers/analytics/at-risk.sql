-- The cards at risk, longest inactive first. $1 multiplier, $2 limit.
SELECT coalesce(ids.id, card_id::VARCHAR) AS card_id, card_number, customer_name,
  days_inactive::INTEGER AS days_inactive,
  round_even(avg_interval, 0)::INTEGER AS avg_interval_days,
  inactivity.points_balance::DOUBLE AS points_balance
FROM inactivity
JOIN cards ON cards.id = card_id
LEFT JOIN ids ON ids.space = 'card' AND ids.number = card_id
WHERE days_inactive > avg_interval * $1::DOUBLE
ORDER BY inactivity.days_inactive DESC, ids.id NULLS FIRST, inactivity.card_id
LIMIT $2::BIGINT
