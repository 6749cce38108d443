-- Every merchant of the export with its cards, transactions and stores; the names of its three busiest stores, a line each.
WITH card AS (
  SELECT merchant_id, count(*) AS cards FROM incoming_cards GROUP BY ALL
),
store_order AS (
  SELECT p.merchant_id, replace(s.name, chr(10), ' ') AS name,
    row_number() OVER (PARTITION BY p.merchant_id ORDER BY p.transactions DESC, p.store_id) AS place
  FROM incoming_store_activity AS p
  JOIN incoming_stores AS s ON s.id = p.store_id
  WHERE s.name IS NOT NULL
),
names AS (
  SELECT merchant_id, string_agg(name, chr(10) ORDER BY place) AS store_names
  FROM store_order
  WHERE place <= 3
  GROUP BY ALL
),
activity AS (
  SELECT merchant_id, sum(transactions) AS transactions, count(store_id) AS store_count, sum(amounts) > 0 AS has_amounts FROM incoming_store_activity GROUP BY ALL
)
SELECT
  coalesce(ids.id, merchant_id::VARCHAR) AS id,
  coalesce(cards, 0)::INTEGER AS cards,
  coalesce(transactions, 0)::INTEGER AS transactions,
  coalesce(store_count, 0)::INTEGER AS store_count,
  store_names,
  coalesce(has_amounts, false) AS has_amounts
FROM card
FULL JOIN activity USING (merchant_id)
LEFT JOIN names USING (merchant_id)
LEFT JOIN incoming_ids AS ids ON ids.space = 'merchant' AND ids.number = merchant_id
WHERE merchant_id IS NOT NULL
ORDER BY CASE WHEN ids.id IS NULL THEN merchant_id ELSE ids.whole END NULLS LAST, ids.id
