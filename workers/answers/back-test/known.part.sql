test_at AS (
  -- From the end of a day to that of the day so many before, however long those are; else so many times 24 hours.
  SELECT coalesce(before.ends_at - INTERVAL '1 microsecond', $2::TIMESTAMP - $5::INTEGER * INTERVAL '1 day') AS instant
  FROM (SELECT $2::TIMESTAMP + INTERVAL '1 microsecond' AS ends_at) AS report
  LEFT JOIN days AS last ON last.ends_at = report.ends_at
  LEFT JOIN days AS before ON before.number = last.number - $5::INTEGER
),
test AS (
  SELECT instant, number AS day FROM test_at JOIN days ON starts_at <= instant AND instant < ends_at
),
{visits}
last_seen AS (
  SELECT DISTINCT ON (card_id) card_id, store_id
  FROM transactions
  JOIN test ON transaction_at <= test.instant
  WHERE $3::BIGINT IS NOT NULL AND merchant_id = $1::BIGINT AND store_id IS NOT NULL
  ORDER BY card_id, transaction_at DESC, row_number DESC
),
spent AS (
  SELECT card_id, sum(purchase_amount_cents) AS cents, count(purchase_amount_cents) AS amounts
  FROM transactions
  JOIN test ON transaction_at <= test.instant AND transaction_at > test.instant - INTERVAL '365 days'
  WHERE merchant_id = $1::BIGINT AND earning
  GROUP BY card_id
),
returned AS (
  SELECT DISTINCT card_id FROM visit JOIN test ON visit.instant > test.instant
),
