-- Lines of one purchase become one transaction, in the place of the first of them. Lines of a refund or a void are never joined with those of
-- a purchase; rows without a reference stay as they are.
CREATE OR REPLACE TABLE read_joined AS
SELECT any_value(t.file) AS file, min(t.row) AS row, card_id, any_value(merchant_id) AS merchant_id, min(transaction_at) AS transaction_at,
  arg_max(type, abs(coalesce(purchase_amount_cents, points_delta, 0))) AS type, sum(points_delta) AS points_delta, store AS store_id,
  (CASE WHEN t.file IN ({totals}) THEN arg_min(purchase_amount_cents, t.row) ELSE sum(purchase_amount_cents) END)::BIGINT AS purchase_amount_cents,
  arg_min(id, t.row) AS id
FROM (
  -- Some programs write the store on the first line alone.
  SELECT *, sign(coalesce(purchase_amount_cents, points_delta, 0)) AS direction,
    coalesce(store_id, first_value(store_id IGNORE NULLS) OVER (PARTITION BY file, card_id, order_reference ORDER BY row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS store
  FROM read_transactions WHERE file IN ({files})
) AS t {days}
GROUP BY t.file, CASE WHEN order_reference IS NULL THEN t.row END, card_id, order_reference, store, {day},
  CASE WHEN type IN ({purchase types}) AND direction >= 0 THEN 'purchase' ELSE concat(type, ' ', direction) END;

DELETE FROM read_transactions WHERE file IN ({files});
INSERT INTO read_transactions BY NAME SELECT * FROM read_joined ORDER BY file, row;

CREATE OR REPLACE TABLE read_joined AS
SELECT any_value(t.file) AS file, min(t.row) AS row, reference, min(placed_at) AS placed_at, store_id,
  any_value(merchant_id) AS merchant_id, sum(total_cents)::BIGINT AS total_cents
FROM (SELECT *, sign(total_cents) AS direction, placed_at AS transaction_at FROM read_orders WHERE file IN ({files})) AS t {days}
GROUP BY t.file, CASE WHEN reference IS NULL THEN t.row END, reference, store_id, {day}, direction < 0;

DELETE FROM read_orders WHERE file IN ({files});
INSERT INTO read_orders BY NAME SELECT * FROM read_joined ORDER BY file, row;
DROP TABLE read_joined
