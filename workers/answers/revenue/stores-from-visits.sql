WITH earned AS (
  SELECT store_id, sum(transactions) AS transactions, sum(points) AS points, sum(cents) AS cents
  FROM part
  WHERE NOT $3::BOOLEAN OR store_id = $2::BIGINT
  GROUP BY store_id
)
