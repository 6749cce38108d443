-- The stores of a merchant's transactions.
-- $1 merchant.
SELECT store_id, min(stores.name) AS store_name, count(*)::INTEGER AS transactions
FROM transactions
JOIN stores ON stores.id = store_id
WHERE merchant_id = $1::BIGINT
GROUP BY store_id, stores.row_number
ORDER BY stores.row_number
