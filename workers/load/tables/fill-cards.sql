-- Some programs write the customer on the first line of a purchase alone: its other lines are theirs, too.
INSERT INTO read_transactions BY NAME
SELECT orders.file, orders.row, customer.card_id, orders.merchant_id, orders.placed_at AS transaction_at, customer.type, orders.store_id,
  orders.total_cents AS purchase_amount_cents, orders.reference AS order_reference
FROM read_orders AS orders
JOIN (
  SELECT file, order_reference, transaction_at::DATE AS day, any_value(card_id) AS card_id, any_value(type) AS type, any_value(store_id) AS store_id
  FROM read_transactions WHERE file IN ({files}) AND order_reference IS NOT NULL
  GROUP BY ALL HAVING count(DISTINCT card_id) = 1
) AS customer ON customer.file = orders.file AND customer.order_reference = orders.reference AND customer.day = orders.placed_at::DATE
WHERE coalesce(orders.store_id, customer.store_id) IS NOT DISTINCT FROM coalesce(customer.store_id, orders.store_id);

DELETE FROM read_orders WHERE (file, row) IN (SELECT (file, row) FROM read_transactions WHERE file IN ({files}))
