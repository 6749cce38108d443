-- The first cards at risk, in the order of the service: the longest inactive first, then by id. $1 multiplier, $2 limit, $3 store,
-- $4 whether only cards last seen in that store count.
WITH at_risk AS (
  SELECT * FROM {inactivity}
  WHERE days_inactive > avg_interval * $1::DOUBLE AND (NOT $4::BOOLEAN OR last_store_id = $3::BIGINT)
),
longest AS (
  SELECT days_inactive FROM at_risk ORDER BY days_inactive DESC LIMIT $2::BIGINT
)
-- Ids are looked up for those alone that may be among the first.
SELECT {card}
FROM at_risk
JOIN cards ON cards.card_index = at_risk.card_index
{names of cards}
WHERE days_inactive >= (SELECT min(days_inactive) FROM longest)
ORDER BY {by place}
LIMIT $2::BIGINT
