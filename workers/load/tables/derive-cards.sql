-- Where no file has cards: a card for every id that transactions name, enrolled at the first of them, at whose merchant it counts.
INSERT INTO read_cards BY NAME
SELECT seen.*, true AS is_active, coalesce(ids.id, seen.id::VARCHAR) AS card_number
FROM (
  SELECT card_id AS id, arg_min(merchant_id, (transaction_at, file, row)) AS merchant_id, min(transaction_at) AS created_at,
    max(transaction_at) AS last_activity_at
  FROM read_transactions
  GROUP BY card_id
) AS seen
LEFT JOIN incoming_ids AS ids ON ids.space = 'card' AND ids.number = seen.id
