-- Every checked card with how long it has been inactive and how often it usually comes (product definition, section 3).
-- $1 merchant, $2 report instant. At a report instant in the past a card's last activity is its latest transaction until then,
-- and its balance is today's less what came later.
INSERT INTO inactivity
WITH visit AS (
  SELECT card_id, transaction_at,
    lag(transaction_at) OVER (PARTITION BY card_id ORDER BY transaction_at) AS previous_at
  FROM transactions
  WHERE transaction_at <= $2::TIMESTAMP
    AND card_id IN (SELECT id FROM cards WHERE merchant_id = $1::BIGINT AND is_active AND last_activity_at IS NOT NULL)
),
habit AS (
  SELECT card_id, max(transaction_at) AS latest_at,
    avg((epoch_us(transaction_at) - epoch_us(previous_at)) // 86400000000) AS avg_interval
  FROM visit
  GROUP BY card_id
),
later AS (
  SELECT card_id, sum(points_delta) AS points FROM transactions WHERE transaction_at > $2::TIMESTAMP GROUP BY card_id
),
checked AS (
  SELECT cards.id, points_balance - coalesce(later.points, 0) AS points_balance, coalesce(avg_interval, 60) AS avg_interval,
    CASE WHEN last_activity_at <= $2::TIMESTAMP THEN last_activity_at ELSE latest_at END AS last_at
  FROM cards
  LEFT JOIN habit ON habit.card_id = cards.id
  LEFT JOIN later ON later.card_id = cards.id
  WHERE merchant_id = $1::BIGINT AND is_active AND last_activity_at IS NOT NULL AND created_at <= $2::TIMESTAMP
)
SELECT id, (epoch_us($2::TIMESTAMP) - epoch_us(last_at)) // 86400000000, avg_interval, points_balance
FROM checked
WHERE last_at IS NOT NULL
