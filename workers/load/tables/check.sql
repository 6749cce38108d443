-- What would be wrong if a column had been taken for another: how many transactions there are and find a card that a file has, their revenue, its
-- largest part, and whether there are points at all.
SELECT count(*)::DOUBLE AS transactions,
  count(*) FILTER (card_index <= (SELECT count(*) FROM incoming_cards))::DOUBLE AS found,
  count(*) FILTER (earning)::DOUBLE AS earning,
  (sum(purchase_amount_cents) FILTER (earning))::VARCHAR AS revenue,
  (max(purchase_amount_cents) FILTER (earning))::VARCHAR AS largest,
  count(*) FILTER (purchase_amount_cents > 0)::DOUBLE AS above,
  count(points_delta) > 0 AS points,
  (SELECT count(*) FROM incoming_orders)::DOUBLE AS orders,
  count(*) FILTER (transaction_at > $1::TIMESTAMP)::DOUBLE AS future,
  coalesce((SELECT max(transactions) FROM incoming_cards), 0)::DOUBLE AS busiest
FROM incoming_activity
