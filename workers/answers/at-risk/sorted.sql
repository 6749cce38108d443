-- The cards at risk that are found, sorted, and only then cut. $1 multiplier, $2 limit, $3 store, $4 whether only cards last seen in that
-- store count; from $5 on the words that are searched for.
SELECT {card}
FROM {inactivity} AS at_risk
JOIN cards ON cards.card_index = at_risk.card_index
{names of cards}
WHERE days_inactive > avg_interval * $1::DOUBLE AND (NOT $4::BOOLEAN OR last_store_id = $3::BIGINT)
  {and found}
ORDER BY {order} {by place}
LIMIT $2::BIGINT
