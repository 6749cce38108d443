-- The cards at risk, and what they have. $1 multiplier.
WITH at_risk AS (
  SELECT * FROM {inactivity} WHERE days_inactive > avg_interval * $1::DOUBLE
),
held AS (
  SELECT {balance} AS points FROM at_risk JOIN cards ON cards.card_index = at_risk.card_index
),
ten AS (
  SELECT points FROM held WHERE points > 0 ORDER BY points DESC LIMIT 10
)
SELECT count(*)::INTEGER AS count, (SELECT count(*) FROM {inactivity})::INTEGER AS checked, count(points)::INTEGER AS balances,
  coalesce(sum(points) FILTER (points > 0), 0)::VARCHAR AS points, (SELECT coalesce(sum(points), 0)::VARCHAR FROM ten) AS largest
FROM held
