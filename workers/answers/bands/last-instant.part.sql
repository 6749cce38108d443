last_instant AS (
  SELECT max(instant) AS instant
  FROM (
    SELECT max(created_at) AS instant FROM cards
    UNION ALL
    SELECT max(last_activity_at) AS instant FROM cards
    UNION ALL
    SELECT max(transaction_at) AS instant FROM transactions
  ) AS latest
),
