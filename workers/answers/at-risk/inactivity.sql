-- Every checked card with how long it has been inactive and how often it usually comes (`../README.md`), and the store in
-- which it was seen last. `place`: in the list of cards at risk, the longest inactive first, then by id; the rows are in that order.
-- `bin`, from 1: days inactive / usual interval are above (bin - 1) × its width, and not above bin × its width; null beyond the last, where
-- an interval of 0 days puts any inactive card. $1 merchant, $2 report instant.
-- At a report instant in the past a card's last activity is its latest transaction until then, and its balance is today's less what came
-- later.
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
  SELECT cards.card_index, cards.id,
    CASE WHEN NOT coalesce(later.is_unclear, false) THEN points_balance - coalesce(later.points, 0) END AS points_balance,
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
SELECT counted.card_index, row_number() OVER (ORDER BY days_inactive DESC, CASE WHEN ids.id IS NULL THEN counted.id ELSE ids.whole END NULLS LAST, ids.id) AS place,
  days_inactive, avg_interval, transactions, points_balance, last_store_id,
  CASE
    WHEN days_inactive = 0 THEN 1
    WHEN avg_interval > 0 AND days_inactive <= avg_interval * ({bin_width}::DOUBLE * {bins}::INTEGER)
      THEN greatest(1, ceil(days_inactive / (avg_interval * {bin_width}::DOUBLE)))
  END AS bin
FROM counted
LEFT JOIN ids ON ids.space = 'card' AND ids.number = counted.id
ORDER BY place
