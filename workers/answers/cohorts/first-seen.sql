-- Each card of the merchant in each 30-day window of its cohort in which it was seen, up to the sixtieth: `known_at` is from when on a report
-- counts it there, which is the later of its enrolment and its first transaction in the window; `won_at` the same of a report on the store
-- that won it. `window_offset` -1: its enrolment itself. $1 and $2: above which index cards are, and up to which.
INSERT INTO {table}
WITH cohort AS (
  SELECT card_index, months.number AS month, months.starts_at, created_at, won_by, won_at
  FROM cards
  JOIN {dates} AS dates ON dates.date = created_at::DATE
  JOIN {months} AS months ON months.number = {month of:created_at}
  WHERE merchant_id = {merchant} AND card_index > $1::INTEGER AND card_index <= $2::INTEGER
),
visit AS (
  SELECT card_index, (epoch_us(transaction_at) - epoch_us(starts_at)) // (30 * 86400000000) AS window_offset, transaction_at
  FROM activity
  JOIN cohort USING (card_index)
  WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND transaction_at >= starts_at
),
seen AS (
  SELECT card_index, -1 AS window_offset, created_at AS first_at FROM cohort
  UNION ALL
  SELECT card_index, window_offset, min(transaction_at) FROM visit WHERE window_offset < 60 GROUP BY card_index, window_offset
)
SELECT card_index, month, window_offset, {moment:created_at} AS created_at, {moment:known_at} AS known_at, won_by,
  CASE WHEN won_by IS NOT NULL THEN {moment:CASE WHEN won_at > known_at THEN won_at ELSE known_at END} END AS won_at
FROM (
  SELECT card_index, month, window_offset, created_at, CASE WHEN first_at > created_at THEN first_at ELSE created_at END AS known_at,
    won_by, won_at
  FROM seen
  JOIN cohort USING (card_index)
)
