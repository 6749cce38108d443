-- Every checked card with how long it has been inactive and how often it usually comes (`../README.md`), and the store in
-- which it was seen last.
-- At a report instant in the past a card's last activity is its latest transaction until then. `later`: points that came after it, null where
-- some of those are not known. $1 merchant, $2 report instant.
INSERT INTO {table}
WITH habit AS (
  SELECT card_index, count(*) AS transactions, max(transaction_at) AS latest_at, avg(gap_days) AS avg_interval,
    arg_max(store_id, activity.rowid) FILTER (store_id IS NOT NULL) AS last_store_id
  FROM activity
  WHERE transaction_at <= $2::TIMESTAMP
    AND card_index IN (SELECT card_index FROM cards WHERE merchant_id = $1::BIGINT AND is_active AND last_activity_at IS NOT NULL)
  GROUP BY card_index
),
later AS (
  SELECT card_index, sum(points_delta) AS points, count(*) > count(points_delta) AS is_unclear FROM activity WHERE transaction_at > $2::TIMESTAMP GROUP BY card_index
),
checked AS (
  SELECT cards.card_index,
    CASE WHEN NOT coalesce(later.is_unclear, false) THEN coalesce(later.points, 0) END AS later,
    coalesce(avg_interval, 60) AS avg_interval, coalesce(habit.transactions, 0) AS transactions, last_store_id,
    CASE WHEN last_activity_at <= $2::TIMESTAMP THEN last_activity_at ELSE latest_at END AS last_at
  FROM cards
  LEFT JOIN habit ON habit.card_index = cards.card_index
  LEFT JOIN later ON later.card_index = cards.card_index
  WHERE merchant_id = $1::BIGINT AND is_active AND last_activity_at IS NOT NULL AND created_at <= $2::TIMESTAMP
),
counted AS (
  SELECT *, (epoch_us($2::TIMESTAMP) - epoch_us(last_at)) // 86400000000 AS days_inactive FROM checked WHERE last_at IS NOT NULL
)
SELECT card_index, days_inactive, avg_interval, transactions, later, last_store_id FROM counted
