-- Of the cards enrolled in two periods of 90 days that ended 60 and 150 days ago, their last instant included, their first not: how
-- many came back on a later day of the calendar within 60 days of enrolment. $1 merchant, $2 report instant.
WITH enrolled AS (
  SELECT card_index, created_at, created_at > $2::TIMESTAMP - to_days(150) AS is_current,
    {day of:created_at} AS day
  FROM cards
  JOIN {dates} AS dates ON dates.date = created_at::DATE
  WHERE merchant_id = $1::BIGINT AND created_at > $2::TIMESTAMP - to_days(240) AND created_at <= $2::TIMESTAMP - to_days(60)
),
returned AS (
  SELECT DISTINCT card_index
  FROM enrolled
  JOIN activity USING (card_index)
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE transaction_at > created_at AND transaction_at <= created_at + to_days(60)
    AND {day of:transaction_at} > enrolled.day
)
SELECT
  count(*) FILTER (is_current)::INTEGER AS enrolled, count(*) FILTER (NOT is_current)::INTEGER AS enrolled_before,
  count(returned.card_index) FILTER (is_current)::INTEGER AS returned, count(returned.card_index) FILTER (NOT is_current)::INTEGER AS returned_before
FROM enrolled
LEFT JOIN returned USING (card_index)
