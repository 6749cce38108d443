-- Cohort retention: of the cards enrolled in a month, how many were used in each window of 30 days
-- since the month began. One row a cohort and window, in order.
-- $1 merchant, $2 report instant, $3 store or null, $4 months back.
WITH won AS (
  -- The store of a card's first transaction that has one won the card.
  SELECT DISTINCT ON (card_id) card_id, store_id
  FROM transactions
  WHERE $3::BIGINT IS NOT NULL
    AND merchant_id = $1::BIGINT
    AND store_id IS NOT NULL
    AND transaction_at <= $2::TIMESTAMP
  ORDER BY card_id, transaction_at, row_number
),
member AS (
  SELECT cards.id AS card_id, months.number, months.month, months.starts_at
  FROM cards
  JOIN months ON created_at >= months.starts_at AND created_at < months.ends_at
  LEFT JOIN won ON won.card_id = cards.id
  WHERE cards.merchant_id = $1::BIGINT
    AND created_at >= $2::TIMESTAMP - 31 * $4::INTEGER * INTERVAL '1 day'
    AND created_at <= $2::TIMESTAMP
    AND ($3::BIGINT IS NULL OR won.store_id = $3::BIGINT)
),
this_month AS (
  SELECT number FROM months WHERE starts_at <= $2::TIMESTAMP AND ends_at > $2::TIMESTAMP
),
cohort AS (
  -- As many windows as months have passed: 1 at least, and months back at most.
  SELECT member.number, month, count(*) AS enrolled,
    least($4::INTEGER, greatest(1, min(this_month.number) - member.number)) AS windows
  FROM member
  CROSS JOIN this_month
  GROUP BY member.number, month
),
active AS (
  -- Window k holds the days from 30 k to before 30 (k + 1).
  SELECT number, floor(extract(day FROM transaction_at - starts_at) / 30)::INTEGER AS window_offset,
    count(DISTINCT member.card_id) AS cards
  FROM member
  JOIN transactions ON transactions.card_id = member.card_id
    AND transactions.merchant_id = $1::BIGINT
  WHERE transaction_at >= starts_at AND transaction_at <= $2::TIMESTAMP
  GROUP BY 1, 2
)
SELECT cohort.month, enrolled::INTEGER AS enrolled, w.window_offset::INTEGER AS window_offset,
  coalesce(active.cards, 0)::INTEGER AS active,
  -- The cast rounds half to even.
  (100::DOUBLE PRECISION * coalesce(active.cards, 0) / enrolled)::INTEGER AS retention
FROM cohort
JOIN generate_series(0, $4::INTEGER - 1) AS w(window_offset) ON w.window_offset < cohort.windows
LEFT JOIN active ON active.number = cohort.number AND active.window_offset = w.window_offset
ORDER BY cohort.number, w.window_offset
