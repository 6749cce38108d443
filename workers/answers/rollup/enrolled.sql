-- The cards that were enrolled in each part of a day (`day-parts.ts`), added up. $1 and $2: above which index cards are, and up to which.
-- `returned`: came back on a later day of the calendar within 60 days. `balance`: of open cards, as it is now; `later`: what their
-- transactions since then make of it; `later_unknown`: how many of those say nothing of points.
INSERT INTO {table}
WITH member AS (
  SELECT card_index, created_at, is_active, points_balance, {month of:created_at} AS month,
    {day of:created_at} AS day, {part of:created_at} AS part
  FROM cards
  JOIN {dates} AS dates ON dates.date = created_at::DATE
  WHERE merchant_id = {merchant} AND card_index > $1::INTEGER AND card_index <= $2::INTEGER
),
since AS (
  SELECT card_index,
    bool_or(transaction_at <= created_at + to_days(60) AND {day of:transaction_at} > member.day) AS is_back,
    sum(points_delta) AS points, count(*) - count(points_delta) AS unknown
  FROM activity
  JOIN member USING (card_index)
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND transaction_at > created_at
  GROUP BY card_index
)
SELECT part, month, min(created_at), count(*), count(*) FILTER (is_back), count(points_balance),
  sum(points_balance) FILTER (is_active), sum(points) FILTER (is_active), coalesce(sum(unknown) FILTER (is_active), 0)
FROM member
LEFT JOIN since ON since.card_index = member.card_index
GROUP BY part, month
