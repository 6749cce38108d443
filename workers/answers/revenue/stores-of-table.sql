WITH earned AS (
  SELECT store_id, sum(transactions) AS transactions, sum(points) AS points, sum(cents) AS cents
  FROM {revenue}
  WHERE back <= $1::INTEGER AND NOT is_total AND (NOT $3::BOOLEAN OR store_id = $2::BIGINT)
  GROUP BY store_id
)
