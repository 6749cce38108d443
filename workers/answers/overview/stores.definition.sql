-- Cards used in each store in the last 91 days, which are 13 whole weeks, and in the 91 days
-- before (`cards_before`; null where the store has no transaction from before those).
-- $1 merchant, $2 report instant.
SELECT store_id, min(stores.name) AS store_name,
  count(DISTINCT card_id) FILTER (WHERE transaction_at > $2::TIMESTAMP - INTERVAL '91 days')::INTEGER
    AS cards,
  CASE
    WHEN min(transaction_at) <= $2::TIMESTAMP - INTERVAL '182 days' THEN
      (count(DISTINCT card_id) FILTER (
        WHERE transaction_at > $2::TIMESTAMP - INTERVAL '182 days'
          AND transaction_at <= $2::TIMESTAMP - INTERVAL '91 days'
      ))::INTEGER
  END AS cards_before
FROM transactions
JOIN stores ON stores.id = store_id
WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
GROUP BY store_id, stores.row_number
HAVING max(transaction_at) > $2::TIMESTAMP - INTERVAL '182 days'
ORDER BY stores.row_number
