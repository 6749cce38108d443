-- The stores of a merchant's transactions, in order of their ids. $1 merchant.
SELECT coalesce(ids.id, used.store_id::VARCHAR) AS store_id, stores.name AS store_name, transactions
FROM store_activity AS used
LEFT JOIN stores ON stores.id = used.store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = used.store_id
WHERE used.merchant_id = $1::BIGINT AND used.store_id IS NOT NULL
ORDER BY CASE WHEN ids.id IS NULL THEN used.store_id ELSE ids.whole END NULLS LAST, ids.id
