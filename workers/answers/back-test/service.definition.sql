-- Whether the service's rule knew who would stay away: the cards at risk so many days before the report, held against the visits since.
-- One row a multiplier.
-- $1 merchant, $2 report instant, $3 store or null, $4 multiplier, $5 days, $6 whether those that were lost by then are left out.
WITH {known}
habit AS (
  SELECT card_id, count(*) AS transactions, max(transaction_at) AS latest_at,
    avg(extract(day FROM transaction_at - previous_at)::DOUBLE PRECISION) AS avg_interval
  FROM (
    SELECT card_id, transaction_at,
      lag(transaction_at) OVER (PARTITION BY card_id ORDER BY transaction_at) AS previous_at
    FROM transactions
    JOIN test ON transaction_at <= test.instant
    WHERE merchant_id = $1::BIGINT
  ) AS gap
  GROUP BY card_id
),
last_visit AS (
  SELECT card_id, test.day - max(visit.day) AS days FROM test JOIN visit ON visit.instant <= test.instant GROUP BY card_id, test.day
),
open AS (
  SELECT cards.id AS card_id, avg_interval AS usual_interval, coalesce(avg_interval, 60) AS usual,
    extract(
      day FROM test.instant - CASE WHEN last_activity_at <= test.instant THEN last_activity_at ELSE latest_at END
    )::INTEGER AS days
  FROM cards
  JOIN test ON created_at <= test.instant
  LEFT JOIN habit ON habit.card_id = cards.id
  LEFT JOIN last_seen ON last_seen.card_id = cards.id
  WHERE merchant_id = $1::BIGINT
    AND is_active
    AND last_activity_at IS NOT NULL
    AND (last_activity_at <= test.instant OR latest_at IS NOT NULL)
    AND ($3::BIGINT IS NULL OR last_seen.store_id = $3::BIGINT)
),
-- A card has been away for late / usual of its usual intervals; its days are those since its last visit, as far as it has one.
checked AS (
  SELECT coalesce(last_visit.days, open.days) AS days, open.days AS late, usual, usual_interval,
    returned.card_id IS NULL AS stayed_away, coalesce(spent.cents, 0) AS cents, coalesce(amounts, 0) AS amounts
  FROM open
  LEFT JOIN last_visit ON last_visit.card_id = open.card_id
  LEFT JOIN spent ON spent.card_id = open.card_id
  LEFT JOIN returned ON returned.card_id = open.card_id
  WHERE NOT $6::BOOLEAN OR open.days <= 2 * $4::DOUBLE PRECISION * usual
),
