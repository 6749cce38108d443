-- Transactions of any type by day, of all of the export. Days without any are left out.
-- $1 merchant.
SELECT day, count(*)::INTEGER AS transactions
FROM transactions
JOIN days ON transaction_at >= starts_at AND transaction_at < ends_at
WHERE merchant_id = $1::BIGINT
GROUP BY day
ORDER BY day
