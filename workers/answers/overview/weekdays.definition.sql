-- Transactions of the last 364 days, which are 52 whole weeks, by weekday: 1 Monday to 7 Sunday.
-- $1 merchant, $2 report instant.
SELECT weekday, count(*)::INTEGER AS transactions
FROM transactions
JOIN days ON transaction_at >= starts_at AND transaction_at < ends_at
WHERE merchant_id = $1::BIGINT
  AND transaction_at > $2::TIMESTAMP - INTERVAL '364 days'
  AND transaction_at <= $2::TIMESTAMP
GROUP BY weekday
ORDER BY weekday
