-- Cards enrolled and cards used, by month: up to 36 months, from the first that has any.
-- $1 merchant, $2 report instant.
WITH enrolled AS (
  SELECT number, count(*) AS cards
  FROM cards
  JOIN months ON created_at >= starts_at AND created_at < ends_at
  WHERE merchant_id = $1::BIGINT AND created_at <= $2::TIMESTAMP
  GROUP BY number
),
active AS (
  SELECT number, count(DISTINCT card_id) AS cards
  FROM transactions
  JOIN months ON transaction_at >= starts_at AND transaction_at < ends_at
  WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
  GROUP BY number
),
first_month AS (
  SELECT min(number) AS number
  FROM (SELECT number FROM enrolled UNION ALL SELECT number FROM active) AS found
),
this_month AS (
  SELECT number FROM months WHERE starts_at <= $2::TIMESTAMP AND ends_at > $2::TIMESTAMP
)
SELECT month, coalesce(enrolled.cards, 0)::INTEGER AS enrolled,
  coalesce(active.cards, 0)::INTEGER AS active
FROM months
CROSS JOIN first_month
CROSS JOIN this_month
LEFT JOIN enrolled ON enrolled.number = months.number
LEFT JOIN active ON active.number = months.number
WHERE months.number >= greatest(first_month.number, this_month.number - 35)
  AND months.number <= this_month.number
  AND first_month.number IS NOT NULL
ORDER BY months.number
