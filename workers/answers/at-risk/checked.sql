-- The cards that are checked for being at risk, at any report instant. $1 and $2: above which index cards are, and up to which.
-- `later`: points of all their transactions, as in `states.sql` of a report before the first.
INSERT INTO {table}
SELECT cards.card_index, merchant_id, {moment:created_at} AS created_at, {moment:last_activity_at} AS last_activity_at,
  CASE WHEN NOT coalesce(is_unclear, false) THEN coalesce(points, 0) END AS later
FROM cards
LEFT JOIN (
  SELECT card_index, sum(points_delta) AS points, count(*) > count(points_delta) AS is_unclear
  FROM activity
  WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER
  GROUP BY card_index
) AS visits ON visits.card_index = cards.card_index
WHERE is_active AND last_activity_at IS NOT NULL AND cards.card_index > $1::INTEGER AND cards.card_index <= $2::INTEGER
