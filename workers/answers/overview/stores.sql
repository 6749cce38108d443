-- Distinct cards with a transaction in each store, last 91 days (13 whole weeks) and the 91 days before.
-- $1 merchant, $2 report instant.
WITH visit AS (
  SELECT store_id, card_index, transaction_at > $2::TIMESTAMP - to_days(91) AS is_current
  FROM activity
  WHERE merchant_id = $1::BIGINT AND store_id IS NOT NULL
    AND transaction_at > $2::TIMESTAMP - to_days(182) AND transaction_at <= $2::TIMESTAMP
),
per_store AS (
  SELECT store_id, count(DISTINCT card_index) FILTER (is_current) AS cards, count(DISTINCT card_index) FILTER (NOT is_current) AS cards_before
  FROM visit
  GROUP BY store_id
),
opened AS (
  SELECT store_id, min(transaction_at) <= $2::TIMESTAMP - to_days(182) AS reaches_back
  FROM activity
  WHERE merchant_id = $1::BIGINT AND store_id IS NOT NULL AND transaction_at <= $2::TIMESTAMP
  GROUP BY store_id
)
SELECT coalesce(ids.id, store_id::VARCHAR) AS store_id, stores.name AS store_name, reaches_back,
  cards::INTEGER AS cards, cards_before::INTEGER AS cards_before
FROM per_store
JOIN opened USING (store_id)
LEFT JOIN stores ON stores.id = store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = store_id
ORDER BY CASE WHEN ids.id IS NULL THEN per_store.store_id ELSE ids.whole END NULLS LAST, ids.id
