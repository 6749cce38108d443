-- Earning transactions by UTC calendar month and store, and of all stores together (`is_total`). $1 merchant, $2 report instant.
-- Answers start 31 days × a number of months before the report instant, so each month has at most one start within it: the columns
-- `…_after` count from that on, which makes the table hold the answer for any number of months.
INSERT INTO {table}
WITH earned AS (
  SELECT card_index, store_id, points_delta, purchase_amount_cents, date_trunc('month', transaction_at)::TIMESTAMP AS month,
    epoch_us($2::TIMESTAMP) - (31 * 86400000000) * ((epoch_us($2::TIMESTAMP) - epoch_us(transaction_at) + (31 * 86400000000 - 1)) // (31 * 86400000000))
      >= epoch_us(date_trunc('month', transaction_at)) AS after_start
  FROM activity
  WHERE merchant_id = $1::BIGINT
    AND earning
    AND transaction_at >= $2::TIMESTAMP - to_days(31 * 60)
    AND transaction_at <= $2::TIMESTAMP
),
amounts AS (
  SELECT month, store_id, after_start, count(*) AS transactions, sum(points_delta) AS points, sum(purchase_amount_cents) AS cents
  FROM earned
  GROUP BY ALL
),
per_card AS MATERIALIZED (
  SELECT card_index, month, store_id, bool_or(after_start) AS after_start FROM earned GROUP BY card_index, month, store_id
),
customers AS (
  SELECT month, store_id, false AS is_total, count(*) AS cards, count(*) FILTER (after_start) AS cards_after
  FROM per_card
  GROUP BY month, store_id
  UNION ALL
  SELECT month, NULL, true, count(DISTINCT card_index), count(DISTINCT card_index) FILTER (after_start)
  FROM per_card
  GROUP BY month
)
SELECT customers.month, customers.store_id, is_total,
  sum(transactions), sum(points), sum(cents), any_value(cards),
  coalesce(sum(transactions) FILTER (after_start), 0), coalesce(sum(points) FILTER (after_start), 0),
  sum(cents) FILTER (after_start), any_value(cards_after)
FROM customers
JOIN amounts ON amounts.month = customers.month AND (is_total OR amounts.store_id IS NOT DISTINCT FROM customers.store_id)
GROUP BY customers.month, customers.store_id, is_total
