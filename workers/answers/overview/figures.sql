-- Key figures of the last 30 days and of the 30 days before. $1 merchant, $2 report instant.
WITH member AS (
  SELECT * FROM cards WHERE merchant_id = $1::BIGINT AND created_at <= $2::TIMESTAMP
),
visit AS (
  SELECT card_index, transaction_at, points_delta, purchase_amount_cents, earning,
    transaction_at > $2::TIMESTAMP - to_days(30) AS is_current
  FROM activity
  WHERE merchant_id = $1::BIGINT AND transaction_at > $2::TIMESTAMP - to_days(60) AND transaction_at <= $2::TIMESTAMP
),
recent AS (
  SELECT
    count(DISTINCT card_index) FILTER (is_current) AS active_cards, count(DISTINCT card_index) FILTER (NOT is_current) AS active_cards_before,
    count(*) FILTER (is_current) AS transactions, count(*) FILTER (NOT is_current) AS transactions_before,
    sum(points_delta) FILTER (earning AND is_current) AS points, sum(points_delta) FILTER (earning AND NOT is_current) AS points_before,
    sum(purchase_amount_cents) FILTER (earning AND is_current) AS cents, sum(purchase_amount_cents) FILTER (earning AND NOT is_current) AS cents_before
  FROM visit
),
enrolled AS (
  SELECT count(*) AS cards, min(created_at) AS first_at,
    count(*) FILTER (created_at > $2::TIMESTAMP - to_days(30)) AS new_cards,
    count(*) FILTER (created_at > $2::TIMESTAMP - to_days(60) AND created_at <= $2::TIMESTAMP - to_days(30)) AS new_cards_before,
    sum(points_balance) FILTER (is_active) AS points_balance, count(points_balance) > 0 OR count(*) = 0 AS has_balances
  FROM member
),
later AS (
  SELECT sum(points_delta) AS points, count(*) > count(points_delta) AS is_unclear
  FROM activity
  WHERE transaction_at > $2::TIMESTAMP AND card_index IN (SELECT card_index FROM member WHERE is_active)
),
span AS (
  SELECT min(transaction_at) AS first_at, count(purchase_amount_cents) > 0 AS has_amounts,
    count(points_delta) > 0 OR count(*) = 0 AS has_points
  FROM activity
  WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
)
SELECT strftime(least(enrolled.first_at, span.first_at), '%Y-%m-%dT%H:%M:%S.%fZ') AS first_instant,
  least(enrolled.first_at, span.first_at) <= $2::TIMESTAMP - to_days(60) AS reaches_back, has_amounts,
  cards::INTEGER AS cards, new_cards::INTEGER AS new_cards, new_cards_before::INTEGER AS new_cards_before,
  active_cards::INTEGER AS active_cards, active_cards_before::INTEGER AS active_cards_before,
  transactions::INTEGER AS transactions, transactions_before::INTEGER AS transactions_before,
  CASE WHEN has_points THEN coalesce(recent.points, 0)::VARCHAR END AS points,
  CASE WHEN has_points THEN coalesce(points_before, 0)::VARCHAR END AS points_before,
  coalesce(cents, 0)::VARCHAR AS cents, coalesce(cents_before, 0)::VARCHAR AS cents_before,
  CASE WHEN has_balances AND NOT is_unclear THEN (coalesce(points_balance, 0) - coalesce(later.points, 0))::VARCHAR END AS points_outstanding
FROM enrolled, recent, later, span
