-- Sorts the transactions of the cards with numbers above $1, up to $2. At one instant they are in the order of {tie}
-- (`activity.ts`). `lag` without an order takes the rows as they come, which spares a second sort.
INSERT INTO incoming_activity BY NAME
SELECT card, merchant_id, transaction_at,
  CASE WHEN lag(card) OVER () = card THEN (epoch_us(transaction_at) - epoch_us(lag(transaction_at) OVER ())) // 86400000000 END AS gap_days,
  type, type IN ({earning types}) AND points_delta > 0 AS earning, type IN ({visit types}) AS visit, points_delta, store_id, purchase_amount_cents
FROM (
  SELECT numbers.number AS card, coalesce(numbers.merchant_id, t.merchant_id) AS merchant_id, transaction_at, type, points_delta, store_id,
    purchase_amount_cents
  FROM incoming_transactions AS t
  JOIN incoming_card_numbers AS numbers ON numbers.id = t.card_id {ids}
  WHERE numbers.number > $1::INTEGER AND numbers.number <= $2::INTEGER
  ORDER BY numbers.number, transaction_at, {tie}
)
