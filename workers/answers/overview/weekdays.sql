-- Transactions of the last 364 days (52 whole weeks) by UTC weekday, 1 Monday to 7 Sunday. $1 merchant, $2 report instant.
SELECT isodow(transaction_at)::INTEGER AS weekday, count(*)::INTEGER AS transactions
FROM activity
WHERE merchant_id = $1::BIGINT AND transaction_at > $2::TIMESTAMP - to_days(364) AND transaction_at <= $2::TIMESTAMP
GROUP BY 1
