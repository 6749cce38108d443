-- The first cards at risk, in the order of the service: the table has them so, and a scan keeps that. $1 multiplier, $2 limit, $3 store,
-- $4 whether only cards last seen in that store count.
WITH listed AS (
  SELECT * FROM {inactivity}
  WHERE days_inactive > avg_interval * $1::DOUBLE AND (NOT $4::BOOLEAN OR last_store_id = $3::BIGINT)
  LIMIT $2::BIGINT
)
SELECT {card}
FROM listed AS at_risk
JOIN cards ON cards.card_index = at_risk.card_index
LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id
ORDER BY place
