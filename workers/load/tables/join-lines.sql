-- Lines of one purchase become one transaction, in the place of the first of them. Lines of a refund or a void are never joined with those of
-- a purchase; rows without a reference stay as they are. A line below 0 at the very time of others that come to more is a discount on them,
-- where no word says otherwise: nobody gives back in the second in which one has paid. A day alone does not tell.
CREATE OR REPLACE TABLE read_joined AS
WITH lines AS (
  SELECT t.*, {day} AS day,
    -- Some programs write the store on the first line alone.
    coalesce(store_id, first_value(store_id IGNORE NULLS) OVER (PARTITION BY file, card_id, order_reference ORDER BY row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS store,
    purchase_amount_cents < 0 AND (type IN ({purchase types}) OR file IN ({untyped})) AND transaction_at <> {day start} AS may_be_discount
  FROM read_transactions AS t {days} WHERE file IN ({files})
),
directed AS (
  SELECT *,
    CASE WHEN may_be_discount AND sum(purchase_amount_cents) OVER (PARTITION BY file, card_id, order_reference, store, transaction_at) > 0 THEN 'purchase'
      WHEN type IN ({purchase types}) AND coalesce(purchase_amount_cents, points_delta, 0) >= 0 THEN 'purchase'
      ELSE concat(type, ' ', sign(coalesce(purchase_amount_cents, points_delta, 0))) END AS direction
  FROM lines
)
SELECT any_value(file) AS file, min(row) AS row, card_id, any_value(merchant_id) AS merchant_id, min(transaction_at) AS transaction_at,
  -- A discount says nothing of what its purchase is, however large.
  coalesce(
    arg_max(type, abs(coalesce(purchase_amount_cents, points_delta, 0))) FILTER (NOT coalesce(may_be_discount, false)),
    any_value(type)
  ) AS type, sum(points_delta) AS points_delta, store AS store_id,
  (CASE WHEN file IN ({totals}) THEN arg_min(purchase_amount_cents, row) ELSE sum(purchase_amount_cents) END)::BIGINT AS purchase_amount_cents,
  arg_min(id, row) AS id
FROM directed
GROUP BY file, CASE WHEN order_reference IS NULL THEN row END, card_id, order_reference, store, day, direction;

DELETE FROM read_transactions WHERE file IN ({files});
INSERT INTO read_transactions BY NAME SELECT * FROM read_joined ORDER BY file, row;

CREATE OR REPLACE TABLE read_joined AS
WITH lines AS (
  SELECT t.*, {day} AS day, total_cents < 0 AND placed_at <> {day start} AS may_be_discount
  FROM (SELECT *, placed_at AS transaction_at FROM read_orders WHERE file IN ({files})) AS t {days}
),
directed AS (
  SELECT *,
    CASE WHEN may_be_discount AND sum(total_cents) OVER (PARTITION BY file, reference, store_id, placed_at) > 0 THEN false ELSE total_cents < 0 END AS is_back
  FROM lines
)
SELECT any_value(file) AS file, min(row) AS row, reference, min(placed_at) AS placed_at, store_id,
  any_value(merchant_id) AS merchant_id, sum(total_cents)::BIGINT AS total_cents
FROM directed
GROUP BY file, CASE WHEN reference IS NULL THEN row END, reference, store_id, day, is_back;

DELETE FROM read_orders WHERE file IN ({files});
INSERT INTO read_orders BY NAME SELECT * FROM read_joined ORDER BY file, row;
DROP TABLE read_joined
