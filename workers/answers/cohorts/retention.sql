-- Cards by month of enrolment and the store that won them, with how many of them came back in each 30-day window (`window_offset`; null:
-- all that enrolled). $1 merchant, $2 report instant.
-- `back`: how many months of 31 days a report has to look back at least in order to begin before the enrolment. That makes the table hold the
-- answer for any number of months. Of a card those transactions count that are its first in a window.
-- `lag` without an order takes the rows as they come, card after card and each card's in order of time.
INSERT INTO {table}
WITH cohort AS (
  SELECT card_index, months.number AS month, months.starts_at,
    CASE WHEN created_at = $2::TIMESTAMP THEN 1
      ELSE (epoch_us($2::TIMESTAMP) - epoch_us(created_at) + (31 * 86400000000 - 1)) // (31 * 86400000000) END AS back,
    CASE WHEN won_at <= $2::TIMESTAMP THEN won_by END AS won_by
  FROM cards
  JOIN {dates} AS dates ON dates.date = created_at::DATE
  JOIN {months} AS months ON months.number = {month of:created_at}
  WHERE merchant_id = $1::BIGINT
    AND created_at >= $2::TIMESTAMP - to_days(31 * 60)
    AND created_at <= $2::TIMESTAMP
),
visit AS (
  SELECT card_index, transaction_at, CASE WHEN lag(card_index) OVER () = card_index THEN lag(transaction_at) OVER () END AS before
  FROM activity
  WHERE transaction_at <= $2::TIMESTAMP
),
counted AS (
  SELECT month, back, won_by, (epoch_us(transaction_at) - epoch_us(starts_at)) // (30 * 86400000000) AS window_offset,
    CASE WHEN before >= starts_at THEN (epoch_us(before) - epoch_us(starts_at)) // (30 * 86400000000) END AS window_before
  FROM visit
  JOIN cohort USING (card_index)
  WHERE transaction_at >= starts_at
)
SELECT month, back, won_by, NULL AS window_offset, count(*) AS cards
FROM cohort
GROUP BY month, back, won_by
UNION ALL
SELECT month, back, won_by, window_offset, count(*)
FROM counted
WHERE window_offset < 60 AND window_offset IS DISTINCT FROM window_before
GROUP BY month, back, won_by, window_offset
