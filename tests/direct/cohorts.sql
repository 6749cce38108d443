-- Cohort retention as defined, from the transactions themselves (`workers/answers/README.md`).
-- $1 merchant, $2 report instant, $3 months back, $4 store or null. One row a cohort and offset, in order.
WITH won AS (
  SELECT card_id, store_id
  FROM transactions
  WHERE store_id IS NOT NULL AND transaction_at <= $2::TIMESTAMP
  QUALIFY row_number() OVER (PARTITION BY card_id ORDER BY transaction_at, id) = 1
),
cohort AS (
  SELECT cards.id, date_trunc('month', created_at)::TIMESTAMP AS month
  FROM cards
  LEFT JOIN won ON won.card_id = cards.id
  WHERE merchant_id = $1::BIGINT
    AND created_at >= $2::TIMESTAMP - to_days(31 * $3::INTEGER)
    AND created_at <= $2::TIMESTAMP
    AND ($4 IS NULL OR won.store_id = $4::BIGINT)
),
size AS (
  SELECT month, count(*) AS enrolled,
    least($3::INTEGER, greatest(1, datediff('month', month, $2::TIMESTAMP))) AS offsets
  FROM cohort
  GROUP BY month
),
window_start AS (
  SELECT month, enrolled, unnest(range(offsets)) AS window_offset FROM size
),
active AS (
  SELECT month, (epoch_us(transaction_at) - epoch_us(month)) // (30 * 86400000000) AS window_offset,
    count(DISTINCT cohort.id) AS cards
  FROM cohort
  JOIN transactions ON card_id = cohort.id
  WHERE transaction_at >= month AND transaction_at <= $2::TIMESTAMP
  GROUP BY ALL
)
SELECT strftime(month, '%Y-%m') AS month, enrolled::INTEGER AS enrolled, window_offset::INTEGER AS window_offset,
  round_even(100::DOUBLE * coalesce(active.cards, 0) / enrolled, 0)::INTEGER AS retention,
  coalesce(active.cards, 0)::INTEGER AS active
FROM window_start
LEFT JOIN active USING (month, window_offset)
ORDER BY month, window_offset
