-- By UTC calendar month, gaps filled: cards enrolled and distinct cards with a transaction. $1 merchant, $2 report instant.
WITH enrolled AS (
  SELECT date_trunc('month', created_at)::TIMESTAMP AS month, count(*) AS cards
  FROM cards
  WHERE merchant_id = $1::BIGINT AND created_at <= $2::TIMESTAMP
  GROUP BY 1
),
active AS (
  SELECT date_trunc('month', transaction_at)::TIMESTAMP AS month, count(DISTINCT card_index) AS cards
  FROM activity
  WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
  GROUP BY 1
),
found AS (
  SELECT min(month) AS first_month FROM (SELECT month FROM enrolled UNION ALL SELECT month FROM active)
),
months AS (
  SELECT unnest(generate_series(
    greatest(first_month, date_trunc('month', $2::TIMESTAMP)::TIMESTAMP - to_months(35)),
    date_trunc('month', $2::TIMESTAMP)::TIMESTAMP,
    to_months(1)
  )) AS month
  FROM found
  WHERE first_month IS NOT NULL
)
SELECT strftime(month, '%Y-%m') AS month, coalesce(enrolled.cards, 0)::INTEGER AS enrolled, coalesce(active.cards, 0)::INTEGER AS active
FROM months
LEFT JOIN enrolled USING (month)
LEFT JOIN active USING (month)
ORDER BY month
