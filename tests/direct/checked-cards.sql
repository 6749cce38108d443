-- Every checked card with its inactivity as defined, from the transactions themselves (`workers/answers/README.md`), in the order of
-- the list of cards at risk. $1 merchant, $2 report instant, $3 store or null.
WITH until AS (
  SELECT * FROM transactions WHERE transaction_at <= $2::TIMESTAMP
),
visit AS (
  SELECT card_id, transaction_at,
    lag(transaction_at) OVER (PARTITION BY card_id ORDER BY transaction_at) AS previous_at
  FROM until
),
habit AS (
  SELECT card_id, count(*) AS transactions, max(transaction_at) AS latest_at,
    avg((epoch_us(transaction_at) - epoch_us(previous_at)) // 86400000000) AS avg_interval
  FROM visit
  GROUP BY card_id
),
last_seen AS (
  SELECT card_id, store_id
  FROM until
  WHERE store_id IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY card_id ORDER BY transaction_at DESC, id DESC) = 1
),
later AS (
  SELECT card_id, sum(points_delta) AS points FROM transactions WHERE transaction_at > $2::TIMESTAMP GROUP BY card_id
),
checked AS (
  SELECT cards.id, card_number, customer_name, points_balance - coalesce(later.points, 0) AS points_balance,
    coalesce(avg_interval, 60) AS avg_interval, coalesce(transactions, 0) AS transactions,
    CASE WHEN last_activity_at <= $2::TIMESTAMP THEN last_activity_at ELSE latest_at END AS last_at
  FROM cards
  LEFT JOIN habit ON habit.card_id = cards.id
  LEFT JOIN later ON later.card_id = cards.id
  LEFT JOIN last_seen ON last_seen.card_id = cards.id
  WHERE merchant_id = $1::BIGINT AND is_active AND last_activity_at IS NOT NULL AND created_at <= $2::TIMESTAMP
    AND ($3 IS NULL OR last_seen.store_id = $3::BIGINT)
)
SELECT id::DOUBLE AS card_id, card_number, customer_name,
  ((epoch_us($2::TIMESTAMP) - epoch_us(last_at)) // 86400000000)::INTEGER AS days_inactive,
  avg_interval, round_even(avg_interval, 0)::INTEGER AS avg_interval_days, points_balance::DOUBLE AS points_balance,
  CASE transactions
    WHEN 0 THEN 'no-transaction'
    WHEN 1 THEN 'one-transaction'
    ELSE CASE WHEN avg_interval = 0 THEN 'same-day' ELSE 'gaps' END
  END AS interval_basis
FROM checked
WHERE last_at IS NOT NULL
ORDER BY days_inactive DESC, id
