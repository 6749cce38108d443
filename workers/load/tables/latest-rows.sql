-- The latest transactions, as they were understood.
SELECT coalesce(ids.id, cards.id::VARCHAR) AS card, strftime(transaction_at, '%Y-%m-%dT%H:%M:%S.%fZ') AS at, type::INTEGER AS type,
  earning, points_delta::VARCHAR AS points, purchase_amount_cents::VARCHAR AS cents,
  coalesce(store.name, store_ids.id, store_id::VARCHAR) AS store
FROM (SELECT * FROM incoming_activity ORDER BY transaction_at DESC, card_index LIMIT 3) AS latest
JOIN incoming_cards AS cards USING (card_index)
LEFT JOIN incoming_ids AS ids ON ids.space = 'card' AND ids.number = cards.id
LEFT JOIN incoming_ids AS store_ids ON store_ids.space = 'store' AND store_ids.number = store_id
LEFT JOIN (SELECT id, any_value(name) AS name FROM incoming_stores GROUP BY id) AS store ON store.id = store_id
ORDER BY transaction_at DESC
