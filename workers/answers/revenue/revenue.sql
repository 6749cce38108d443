-- Earning transactions by calendar month and store, and of all stores together (`is_total`). $1 merchant, $2 report instant.
-- `back`: how many months of 31 days a report has to look back at least in order to begin before them. `cards`: those of which it has the
-- latest transaction of the month, so that the cards of a report are a sum as well. That makes the table hold the answer for any number of months.
-- `lead` without an order takes the rows as they come, card after card and each card's in order of time. Nothing is kept between the two
-- readings of them: on a small device that would be the most memory that any answer takes.
INSERT INTO {table}
WITH followed AS NOT MATERIALIZED (
  SELECT card_index, store_id, points_delta, purchase_amount_cents, transaction_at,
    CASE WHEN lead(card_index) OVER () = card_index THEN epoch_us(lead(transaction_at) OVER ()) END AS after
  FROM activity
  WHERE merchant_id = $1::BIGINT
    AND earning
    AND transaction_at >= $2::TIMESTAMP - to_days(31 * 60)
    AND transaction_at <= $2::TIMESTAMP
),
earned AS NOT MATERIALIZED (
  SELECT card_index, store_id, points_delta, purchase_amount_cents, {month of:transaction_at} AS month,
    CASE WHEN transaction_at = $2::TIMESTAMP THEN 1
      ELSE (epoch_us($2::TIMESTAMP) - epoch_us(transaction_at) + (31 * 86400000000 - 1)) // (31 * 86400000000) END AS back,
    after IS NULL OR after >= {month end of:transaction_at} AS is_last
  FROM followed
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
),
amounts AS (
  SELECT month, store_id, back, count(*) AS transactions, sum(points_delta) AS points, sum(purchase_amount_cents) AS cents,
    count(*) FILTER (is_last) AS last_of_card
  FROM earned
  GROUP BY month, store_id, back
),
customers AS (
  SELECT month, store_id, back, count(*) AS cards
  FROM (SELECT month, store_id, min(back) AS back FROM earned GROUP BY card_index, month, store_id)
  GROUP BY month, store_id, back
)
SELECT amounts.month, amounts.store_id, false AS is_total, amounts.back, transactions, points, cents, coalesce(cards, 0) AS cards
FROM amounts
LEFT JOIN customers ON customers.month = amounts.month AND customers.back = amounts.back
  AND customers.store_id IS NOT DISTINCT FROM amounts.store_id
UNION ALL
SELECT month, NULL, true, back, sum(transactions), sum(points), sum(cents), sum(last_of_card)
FROM amounts
GROUP BY month, back
