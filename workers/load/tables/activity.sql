-- Sorts the transactions of the cards with an index above $1, up to $2. At one instant they are in the order of {tie}
-- (`activity.ts`). `lag` without an order takes the rows as they come, which spares a second sort.
INSERT INTO incoming_activity BY NAME
SELECT card_index, merchant_id, transaction_at,
  CASE WHEN lag(card_index) OVER () = card_index THEN (epoch_us(transaction_at) - epoch_us(lag(transaction_at) OVER ())) // 86400000000 END AS gap_days,
  type, {earning} AS earning, type IN ({visit types}) AS visit, points_delta, store_id, purchase_amount_cents
FROM (
  SELECT card_index, coalesce(indexed.merchant_id, t.merchant_id) AS merchant_id, transaction_at, type, points_delta, store_id,
    purchase_amount_cents{file}
  FROM read_transactions AS t
  JOIN read_card_index AS indexed ON indexed.id = t.card_id {ids}
  WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER
  ORDER BY card_index, transaction_at, {tie}
)
