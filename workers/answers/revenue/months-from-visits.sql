WITH earned AS (
  -- Of the month in which the look back begins, $1, the cards are those whose last transaction lies in it, of any other those whose first does.
  SELECT month, sum(transactions)::INTEGER AS transactions, sum(points) AS points, sum(cents) AS cents,
    CASE WHEN month = $1::INTEGER THEN sum({lasts}) ELSE sum({firsts}) END::INTEGER AS cards
  FROM part
  WHERE NOT $3::BOOLEAN OR store_id = $2::BIGINT
  GROUP BY month
)
