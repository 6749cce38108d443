WITH earned AS (
  SELECT month, sum(transactions)::INTEGER AS transactions, sum(points) AS points, sum(cents) AS cents, sum(cards)::INTEGER AS cards
  FROM {revenue}
  WHERE back <= $1::INTEGER AND CASE WHEN $3::BOOLEAN THEN NOT is_total AND store_id = $2::BIGINT ELSE is_total END
  GROUP BY month
)
