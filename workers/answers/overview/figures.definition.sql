-- Key figures of the last 30 days, and of the 30 days before (`…_before`).
-- $1 merchant, $2 report instant.
WITH recent AS (
  SELECT card_id, earning, points_delta, purchase_amount_cents,
    transaction_at > $2::TIMESTAMP - INTERVAL '30 days' AS is_current
  FROM transactions
  WHERE merchant_id = $1::BIGINT
    AND transaction_at > $2::TIMESTAMP - INTERVAL '60 days'
    AND transaction_at <= $2::TIMESTAMP
),
figures AS (
  SELECT
    count(DISTINCT card_id) FILTER (WHERE is_current) AS active_cards,
    count(DISTINCT card_id) FILTER (WHERE NOT is_current) AS active_cards_before,
    count(*) FILTER (WHERE is_current) AS transactions,
    count(*) FILTER (WHERE NOT is_current) AS transactions_before,
    sum(points_delta) FILTER (WHERE is_current AND earning) AS points,
    sum(points_delta) FILTER (WHERE NOT is_current AND earning) AS points_before,
    sum(purchase_amount_cents) FILTER (WHERE is_current AND earning) AS cents,
    sum(purchase_amount_cents) FILTER (WHERE NOT is_current AND earning) AS cents_before
  FROM recent
),
enrolled AS (
  SELECT count(*) AS cards, min(created_at) AS first_at,
    count(*) FILTER (WHERE created_at > $2::TIMESTAMP - INTERVAL '30 days') AS new_cards,
    count(*) FILTER (
      WHERE created_at > $2::TIMESTAMP - INTERVAL '60 days'
        AND created_at <= $2::TIMESTAMP - INTERVAL '30 days'
    ) AS new_cards_before,
    sum(points_balance) FILTER (WHERE is_active) AS points,
    count(points_balance) > 0 OR count(*) = 0 AS has_balances
  FROM cards
  WHERE merchant_id = $1::BIGINT AND created_at <= $2::TIMESTAMP
),
later AS (
  -- What open cards gained and lost after the report instant: it is in their balances.
  SELECT sum(points_delta) AS points, count(*) > count(points_delta) AS is_unclear
  FROM transactions
  JOIN cards ON cards.id = card_id
  WHERE transactions.merchant_id = $1::BIGINT
    AND transaction_at > $2::TIMESTAMP
    AND is_active
    AND created_at <= $2::TIMESTAMP
),
span AS (
  SELECT min(transaction_at) AS first_at, count(purchase_amount_cents) AS amounts,
    count(points_delta) > 0 OR count(*) = 0 AS has_points
  FROM transactions
  WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
)
SELECT least(enrolled.first_at, span.first_at) AS first_instant, span.amounts::INTEGER AS amounts,
  cards::INTEGER AS cards, new_cards::INTEGER AS new_cards,
  new_cards_before::INTEGER AS new_cards_before,
  active_cards::INTEGER AS active_cards, active_cards_before::INTEGER AS active_cards_before,
  transactions::INTEGER AS transactions, transactions_before::INTEGER AS transactions_before,
  CASE WHEN has_points THEN coalesce(figures.points, 0) END AS points,
  CASE WHEN has_points THEN coalesce(points_before, 0) END AS points_before,
  coalesce(cents, 0) AS cents, coalesce(cents_before, 0) AS cents_before,
  CASE
    WHEN has_balances AND NOT is_unclear
      THEN coalesce(enrolled.points, 0) - coalesce(later.points, 0)
  END AS points_outstanding
FROM enrolled
CROSS JOIN figures
CROSS JOIN later
CROSS JOIN span
