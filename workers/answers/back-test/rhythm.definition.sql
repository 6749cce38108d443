-- Whether the rule by a card's own rhythm knew who would stay away: what it says so many days before the report, held against the visits
-- since. One row a multiplier.
-- $1 merchant, $2 report instant, $3 store or null, $4 multiplier, $5 days, $6 whether those that were lost by then are left out.
WITH test_at AS (
  -- From the end of a day to that of the day so many before, however long those are; else so many times 24 hours.
  SELECT coalesce(before.ends_at - INTERVAL '1 microsecond', $2::TIMESTAMP - $5::INTEGER * INTERVAL '1 day') AS instant
  FROM (SELECT $2::TIMESTAMP + INTERVAL '1 microsecond' AS ends_at) AS report
  LEFT JOIN days AS last ON last.ends_at = report.ends_at
  LEFT JOIN days AS before ON before.number = last.number - $5::INTEGER
),
test AS (
  SELECT instant, number AS day FROM test_at JOIN days ON starts_at <= instant AND instant < ends_at
),
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
-- One a day, from its first transaction on.
visit AS (
  SELECT card_id, number AS day, min(transaction_at) AS instant
  FROM transactions
  JOIN days ON starts_at <= transaction_at AND transaction_at < ends_at
  WHERE merchant_id = $1::BIGINT AND visit AND transaction_at <= $2::TIMESTAMP
  GROUP BY card_id, number
),
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
rhythm AS (
  SELECT card_id, count(*) AS visits, max(visit.day) - min(visit.day) AS span, test.day - max(visit.day) AS days
  FROM test
  JOIN visit ON visit.instant <= test.instant
  GROUP BY card_id, test.day
  HAVING count(*) >= 2
),
returned AS (
  SELECT DISTINCT card_id FROM visit JOIN test ON visit.instant > test.instant
),
-- A card has been away for late / usual of its usual intervals. When a card was closed is not known: one that is closed today counts as open
-- on an earlier instant than the export's last.
checked AS (
  SELECT days, days * (visits - 1) AS late, span::DOUBLE PRECISION AS usual, span::DOUBLE PRECISION / (visits - 1) AS usual_interval,
    returned.card_id IS NULL AS stayed_away, coalesce(spent.cents, 0) AS cents, coalesce(amounts, 0) AS amounts
  FROM rhythm
  JOIN cards ON cards.id = rhythm.card_id
  JOIN test ON created_at <= test.instant
  LEFT JOIN last_seen ON last_seen.card_id = rhythm.card_id
  LEFT JOIN spent ON spent.card_id = rhythm.card_id
  LEFT JOIN returned ON returned.card_id = rhythm.card_id
  WHERE merchant_id = $1::BIGINT
    AND (is_active OR test.instant < (SELECT instant FROM last_instant))
    AND ($3::BIGINT IS NULL OR last_seen.store_id = $3::BIGINT)
    AND (NOT $6::BOOLEAN OR days * (visits - 1) <= 2 * $4::DOUBLE PRECISION * span)
),
