-- Transactions of the last 364 days (52 whole weeks) by weekday of the calendar, 1 Monday to 7 Sunday. $1 merchant, $2 report instant.
WITH visit AS (
  -- Day 0 is 1 January 1970, a Thursday.
  SELECT {day of:transaction_at} AS day
  FROM activity
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE merchant_id = $1::BIGINT AND transaction_at > $2::TIMESTAMP - to_days(364) AND transaction_at <= $2::TIMESTAMP
)
SELECT ((day + 3) % 7 + 7) % 7 + 1 AS weekday, count(*)::INTEGER AS transactions
FROM visit
GROUP BY 1
