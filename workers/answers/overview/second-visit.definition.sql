-- Of the cards enrolled in the 90 days up to 60 days ago, and in the 90 days before (`…_before`):
-- how many came back within 60 days, on a later day than that of their enrolment.
-- $1 merchant, $2 report instant.
WITH enrolled AS (
  SELECT id, created_at, ends_at AS next_day_at,
    created_at > $2::TIMESTAMP - INTERVAL '150 days' AS is_current
  FROM cards
  JOIN days ON created_at >= starts_at AND created_at < ends_at
  WHERE merchant_id = $1::BIGINT
    AND created_at > $2::TIMESTAMP - INTERVAL '240 days'
    AND created_at <= $2::TIMESTAMP - INTERVAL '60 days'
),
returned AS (
  SELECT DISTINCT id
  FROM enrolled
  JOIN transactions ON card_id = id AND merchant_id = $1::BIGINT
  WHERE transaction_at >= next_day_at AND transaction_at <= created_at + INTERVAL '60 days'
)
SELECT count(*) FILTER (WHERE is_current)::INTEGER AS enrolled,
  count(*) FILTER (WHERE NOT is_current)::INTEGER AS enrolled_before,
  count(returned.id) FILTER (WHERE is_current)::INTEGER AS returned,
  count(returned.id) FILTER (WHERE NOT is_current)::INTEGER AS returned_before
FROM enrolled
LEFT JOIN returned ON returned.id = enrolled.id
