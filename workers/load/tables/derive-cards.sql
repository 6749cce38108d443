-- Where no file has cards: a card for every id that transactions name, enrolled at the first of them, at whose merchant it counts; and with
-- what they say of it themselves, as they said it last.
INSERT INTO read_cards BY NAME
SELECT seen.id, seen.merchant_id, coalesce(said.created_at, first_at) AS created_at, coalesce(said.last_activity_at, latest_at) AS last_activity_at,
  coalesce(said.is_active, true) AS is_active, said.points_balance, said.customer_name,
  coalesce(said.card_number, ids.id, seen.id::VARCHAR) AS card_number
FROM (
  SELECT card_id AS id, arg_min(merchant_id, (transaction_at, file, row)) AS merchant_id, min(transaction_at) AS first_at,
    max(transaction_at) AS latest_at
  FROM read_transactions
  GROUP BY card_id
) AS seen
LEFT JOIN (
  SELECT id, arg_max(customer_name, said_at) AS customer_name, arg_max(card_number, said_at) AS card_number,
    arg_max(created_at, said_at) AS created_at, arg_max(last_activity_at, said_at) AS last_activity_at,
    arg_max(is_active, said_at) AS is_active, arg_max(points_balance, said_at) AS points_balance
  FROM read_card_facts GROUP BY id
) AS said ON said.id = seen.id
LEFT JOIN incoming_ids AS ids ON ids.space = 'card' AND ids.number = seen.id
