-- `stores.sql` from the table of the parts of days.
WITH per_store AS (
  SELECT store_id, coalesce(min(part) < {part after:182}, false) AS reaches_back,
    sum(fresh_there) - coalesce(sum(lapses_there) FILTER (part < {part after:91}), 0) AS cards,
    coalesce(sum(fresh_there) FILTER (part < {part after:91}), 0) - coalesce(sum(lapses_there) FILTER (part < {part after:182}), 0) AS cards_before
  FROM {visits}
  WHERE part < {part after:0} AND store_id IS NOT NULL
  GROUP BY store_id
)
SELECT coalesce(ids.id, store_id::VARCHAR) AS store_id, stores.name AS store_name, reaches_back,
  cards::INTEGER AS cards, cards_before::INTEGER AS cards_before
FROM per_store
LEFT JOIN stores ON stores.id = store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = store_id
WHERE cards > 0 OR cards_before > 0
ORDER BY CASE WHEN ids.id IS NULL THEN per_store.store_id ELSE ids.whole END NULLS LAST, ids.id
