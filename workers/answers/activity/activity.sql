-- Transactions by day of the calendar, by the numbers of days. $1 merchant.
SELECT {day of:transaction_at} AS day,
  count(*)::INTEGER AS transactions
FROM activity
JOIN {dates} AS dates ON dates.date = transaction_at::DATE
WHERE merchant_id = $1::BIGINT
GROUP BY 1
ORDER BY 1
