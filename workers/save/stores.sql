-- Every store that a transaction names, or the export has a name for, as the definitions read them (`answers/tables.sql`).
WITH known AS (
  SELECT id AS store_id FROM stores
  UNION
  SELECT store_id FROM store_activity WHERE store_id IS NOT NULL
)
SELECT
  row_number() OVER (ORDER BY CASE WHEN store_ids.id IS NULL THEN known.store_id ELSE store_ids.whole END NULLS LAST, store_ids.id) AS row_number,
  {store id} AS id, stores.name
FROM known
LEFT JOIN stores ON stores.id = known.store_id
LEFT JOIN ids AS store_ids ON store_ids.space = 'store' AND store_ids.number = known.store_id
ORDER BY row_number
