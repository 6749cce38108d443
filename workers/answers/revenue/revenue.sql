-- Earning transactions by calendar month and store, and of all stores together (`is_total`). $1 merchant, $2 report instant.
-- `back`: how many months of 31 days a report has to look back at least in order to begin before them. `cards`: those of which it has the
-- latest transaction of the month, so that the cards of a report are a sum as well. That makes the table hold the answer for any number of months.
INSERT INTO {table}
WITH earned AS (
  SELECT card_index, store_id, points_delta, purchase_amount_cents, {month of:transaction_at} AS month,
    greatest(1, (epoch_us($2::TIMESTAMP) - epoch_us(transaction_at) + (31 * 86400000000 - 1)) // (31 * 86400000000)) AS back
  FROM activity
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE merchant_id = $1::BIGINT
    AND earning
    AND transaction_at >= $2::TIMESTAMP - to_days(31 * 60)
    AND transaction_at <= $2::TIMESTAMP
),
amounts AS (
  SELECT month, store_id, back, count(*) AS transactions, sum(points_delta) AS points, sum(purchase_amount_cents) AS cents
  FROM earned
  GROUP BY ALL
),
per_card AS MATERIALIZED (
  SELECT card_index, month, store_id, min(back) AS back FROM earned GROUP BY card_index, month, store_id
),
customers AS (
  SELECT month, store_id, back, count(*) AS cards FROM per_card GROUP BY month, store_id, back
),
all_customers AS (
  SELECT month, back, count(*) AS cards
  FROM (SELECT month, min(back) AS back FROM per_card GROUP BY card_index, month)
  GROUP BY month, back
),
all_amounts AS (
  SELECT month, back, sum(transactions) AS transactions, sum(points) AS points, sum(cents) AS cents FROM amounts GROUP BY month, back
)
SELECT amounts.month, amounts.store_id, false AS is_total, amounts.back, transactions, points, cents, coalesce(cards, 0) AS cards
FROM amounts
LEFT JOIN customers ON customers.month = amounts.month AND customers.back = amounts.back
  AND customers.store_id IS NOT DISTINCT FROM amounts.store_id
UNION ALL
SELECT month, NULL, true, back, transactions, points, cents, coalesce(cards, 0)
FROM all_amounts
LEFT JOIN all_customers USING (month, back)
