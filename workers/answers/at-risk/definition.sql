-- Cards at risk: open cards that have been away for longer than a multiple of their own usual
-- interval, the longest away first. Each row has the counts; where no card is listed there is one
-- row, without a card.
-- $1 merchant, $2 report instant, $3 store or null, $4 multiplier, $5 how many to list.
WITH habit AS (
  SELECT card_id, count(*) AS transactions, max(transaction_at) AS latest_at,
    avg(extract(day FROM transaction_at - previous_at)::DOUBLE PRECISION) AS avg_interval
  FROM (
    SELECT card_id, transaction_at,
      lag(transaction_at) OVER (PARTITION BY card_id ORDER BY transaction_at) AS previous_at
    FROM transactions
    WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
  ) AS visit
  GROUP BY card_id
),
last_seen AS (
  SELECT DISTINCT ON (card_id) card_id, store_id
  FROM transactions
  WHERE $3::BIGINT IS NOT NULL
    AND merchant_id = $1::BIGINT
    AND store_id IS NOT NULL
    AND transaction_at <= $2::TIMESTAMP
  ORDER BY card_id, transaction_at DESC, row_number DESC
),
later AS (
  SELECT card_id, sum(points_delta) AS points, count(*) > count(points_delta) AS is_unclear
  FROM transactions
  WHERE merchant_id = $1::BIGINT AND transaction_at > $2::TIMESTAMP
  GROUP BY card_id
),
checked AS (
  SELECT cards.row_number, cards.id AS card_id, card_number, customer_name,
    CASE
      WHEN NOT coalesce(later.is_unclear, false) THEN points_balance - coalesce(later.points, 0)
    END AS points_balance,
    coalesce(avg_interval, 60) AS avg_interval,
    CASE
      WHEN transactions IS NULL THEN 'no-transaction'
      WHEN transactions = 1 THEN 'one-transaction'
      WHEN avg_interval = 0 THEN 'same-day'
      ELSE 'gaps'
    END AS interval_basis,
    -- Activity after the report instant is not known yet: then the card's latest transaction
    -- until it counts.
    extract(
      day FROM $2::TIMESTAMP
        - CASE WHEN last_activity_at <= $2::TIMESTAMP THEN last_activity_at ELSE latest_at END
    )::INTEGER AS days_inactive
  FROM cards
  LEFT JOIN habit ON habit.card_id = cards.id
  LEFT JOIN later ON later.card_id = cards.id
  LEFT JOIN last_seen ON last_seen.card_id = cards.id
  WHERE cards.merchant_id = $1::BIGINT
    AND is_active
    AND last_activity_at IS NOT NULL
    AND created_at <= $2::TIMESTAMP
    AND (last_activity_at <= $2::TIMESTAMP OR latest_at IS NOT NULL)
    AND ($3::BIGINT IS NULL OR last_seen.store_id = $3::BIGINT)
),
counts AS (
  SELECT
    count(*) FILTER (WHERE days_inactive > avg_interval * $4::DOUBLE PRECISION)::INTEGER
      AS at_risk_count,
    count(*)::INTEGER AS total_cards_checked
  FROM checked
),
listed AS (
  SELECT * FROM checked
  WHERE days_inactive > avg_interval * $4::DOUBLE PRECISION
  ORDER BY days_inactive DESC, row_number
  LIMIT $5::BIGINT
)
-- The cast to a whole number rounds half to even.
SELECT at_risk_count, total_cards_checked, card_id, card_number, customer_name, days_inactive,
  avg_interval::INTEGER AS avg_interval_days,
  points_balance, interval_basis
FROM counts
LEFT JOIN listed ON true
ORDER BY days_inactive DESC, listed.row_number
