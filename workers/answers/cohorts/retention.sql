-- Cards by month of enrolment and the store that won them, with how many of them came back in each 30-day window (`window_offset`; null:
-- all that enrolled). $1 merchant, $2 report instant.
-- Cohorts start 31 days × a number of months before the report instant, so each month has at most one start within it: `after_start`
-- is true of the cards enrolled from that on, which makes the table hold the answer for any number of months.
INSERT INTO {table}
WITH cohort AS (
  SELECT card_index, date_trunc('month', created_at)::TIMESTAMP AS month,
    epoch_us($2::TIMESTAMP) - (31 * 86400000000) * ((epoch_us($2::TIMESTAMP) - epoch_us(created_at) + (31 * 86400000000 - 1)) // (31 * 86400000000))
      >= epoch_us(date_trunc('month', created_at)) AS after_start,
    CASE WHEN won_at <= $2::TIMESTAMP THEN won_by END AS won_by
  FROM cards
  WHERE merchant_id = $1::BIGINT
    AND created_at >= $2::TIMESTAMP - to_days(31 * 60)
    AND created_at <= $2::TIMESTAMP
),
visit AS (
  SELECT card_index, month, after_start, won_by, (epoch_us(transaction_at) - epoch_us(month)) // (30 * 86400000000) AS window_offset
  FROM activity
  JOIN cohort USING (card_index)
  WHERE transaction_at >= month AND transaction_at <= $2::TIMESTAMP
)
SELECT month, after_start, won_by, NULL AS window_offset, count(*) AS cards
FROM cohort
GROUP BY month, after_start, won_by
UNION ALL
SELECT month, after_start, won_by, window_offset, count(DISTINCT card_index)
FROM visit
WHERE window_offset < 60
GROUP BY month, after_start, won_by, window_offset
