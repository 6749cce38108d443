-- By calendar month, gaps filled: cards enrolled and distinct cards with a transaction. $1 merchant, $2 report instant.
WITH enrolled AS (
  SELECT dates.month + (created_at >= next_month_at)::INTEGER AS number, count(*) AS cards
  FROM cards
  JOIN {dates} AS dates ON dates.date = created_at::DATE
  WHERE merchant_id = $1::BIGINT AND created_at <= $2::TIMESTAMP
  GROUP BY 1
),
active AS (
  SELECT dates.month + (transaction_at >= next_month_at)::INTEGER AS number, count(DISTINCT card_index) AS cards
  FROM activity
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
  GROUP BY 1
),
span AS (
  -- The calendar reaches further back than what is shown. What is older shows in nothing but that it is there.
  SELECT (SELECT max(number) - 35 FROM {months}) AS first_shown, (SELECT min(date)::TIMESTAMP FROM {dates}) AS begins_at
),
older AS (
  SELECT (SELECT coalesce(min(created_at) < begins_at, false) FROM cards WHERE merchant_id = $1::BIGINT)
    OR (SELECT coalesce(min(transaction_at) < begins_at, false) FROM activity WHERE merchant_id = $1::BIGINT) AS is_there
  FROM span
),
found AS (
  SELECT min(number) AS first_month FROM (SELECT number FROM enrolled UNION ALL SELECT number FROM active)
)
SELECT months.month, coalesce(enrolled.cards, 0)::INTEGER AS enrolled, coalesce(active.cards, 0)::INTEGER AS active
FROM {months} AS months
CROSS JOIN span
CROSS JOIN older
CROSS JOIN found
LEFT JOIN enrolled USING (number)
LEFT JOIN active USING (number)
WHERE months.number >= CASE WHEN older.is_there THEN first_shown WHEN first_month IS NOT NULL THEN greatest(first_shown, first_month) END
ORDER BY months.number
