-- Whom to call: slipping and overdue cards with three visits or more, by what is at stake. One row a listed card, with the counts; one
-- row of counts alone where nobody is listed.
-- $1 merchant, $2 report instant, $3 store or null, $4 multiplier, $5 limit.
WITH moment AS (
  SELECT 'now' AS name, $2::TIMESTAMP AS instant
  UNION ALL
  SELECT 'earlier' AS name, $2::TIMESTAMP - INTERVAL '90 days' AS instant
),
today AS (
  SELECT name, instant, number AS day FROM moment JOIN days ON starts_at <= instant AND instant < ends_at
),
{last instant}
{visits}
last_seen AS (
  SELECT DISTINCT ON (card_id) card_id, store_id
  FROM transactions
  WHERE $3::BIGINT IS NOT NULL
    AND merchant_id = $1::BIGINT
    AND store_id IS NOT NULL
    AND transaction_at <= $2::TIMESTAMP
  ORDER BY card_id, transaction_at DESC, row_number DESC
),
-- When a card was closed is not known: one that is closed today counts as open in a report on an earlier instant than the export's last.
rhythm AS (
  SELECT name, cards.id AS card_id, count(*) AS visits, max(visit.day) AS last_day,
    max(visit.day) - min(visit.day) AS span, today.day - max(visit.day) AS days_away
  FROM today
  JOIN cards ON cards.created_at <= today.instant
  JOIN visit ON visit.card_id = cards.id AND visit.instant <= today.instant
  LEFT JOIN last_seen ON last_seen.card_id = cards.id
  WHERE cards.merchant_id = $1::BIGINT
    AND (is_active OR $2::TIMESTAMP < (SELECT instant FROM last_instant))
    AND ($3::BIGINT IS NULL OR last_seen.store_id = $3::BIGINT)
  GROUP BY name, cards.id, today.day
),
-- Above one usual interval, span / (visits - 1) days, and up to twice the multiplier.
late AS (
  SELECT rhythm.*,
    CASE WHEN days_away * (visits - 1) <= $4::DOUBLE PRECISION * span THEN 'slipping' ELSE 'overdue' END AS band
  FROM rhythm
  WHERE visits >= 3
    AND days_away * (visits - 1) > span
    AND days_away * (visits - 1) <= 2 * $4::DOUBLE PRECISION * span
),
-- Of those that were late 90 days before, how many made no visit since.
outcome AS (
  SELECT count(CASE WHEN late.band = 'slipping' THEN 1 END) AS slipping,
    count(CASE WHEN late.band = 'slipping' AND rhythm.visits = late.visits THEN 1 END) AS slipping_away,
    count(CASE WHEN late.band = 'overdue' THEN 1 END) AS overdue,
    count(CASE WHEN late.band = 'overdue' AND rhythm.visits = late.visits THEN 1 END) AS overdue_away
  FROM late
  JOIN rhythm ON rhythm.card_id = late.card_id AND rhythm.name = 'now'
  WHERE late.name = 'earlier'
),
spent AS (
  SELECT card_id, sum(purchase_amount_cents) AS cents
  FROM transactions
  WHERE merchant_id = $1::BIGINT AND earning AND transaction_at <= $2::TIMESTAMP
  GROUP BY card_id
),
money AS (
  SELECT count(spent.cents) > 0 AS is_known FROM spent JOIN rhythm ON rhythm.card_id = spent.card_id AND rhythm.name = 'now'
),
-- The latest of a card's transactions in each store, with how many it has there.
there AS (
  SELECT DISTINCT ON (card_id, store_id) card_id, store_id, transaction_at, row_number,
    count(*) OVER (PARTITION BY card_id, store_id) AS visited
  FROM transactions
  WHERE merchant_id = $1::BIGINT AND store_id IS NOT NULL AND transaction_at <= $2::TIMESTAMP
  ORDER BY card_id, store_id, transaction_at DESC, row_number DESC
),
home AS (
  SELECT DISTINCT ON (card_id) card_id, store_id
  FROM there
  ORDER BY card_id, visited DESC, transaction_at DESC, row_number DESC
),
valued AS (
  SELECT late.*, coalesce(spent.cents, 0) AS cents,
    90 * (visits - 1)::DOUBLE PRECISION / span
      * CASE WHEN is_known THEN coalesce(spent.cents, 0)::DOUBLE PRECISION / visits ELSE 1 END
      * CASE
          WHEN band = 'slipping' AND slipping > 0 THEN slipping_away::DOUBLE PRECISION / slipping
          WHEN band = 'overdue' AND overdue > 0 THEN overdue_away::DOUBLE PRECISION / overdue
          ELSE 1
        END AS at_stake
  FROM late
  CROSS JOIN outcome
  CROSS JOIN money
  LEFT JOIN spent ON spent.card_id = late.card_id
  WHERE late.name = 'now'
),
listed AS (
  SELECT valued.*, cards.row_number, card_number, customer_name
  FROM valued
  JOIN cards ON cards.id = valued.card_id
  ORDER BY at_stake DESC, cards.row_number
  LIMIT $5::BIGINT
)
SELECT (SELECT count(*) FROM late WHERE name = 'now')::INTEGER AS late, is_known::INTEGER AS has_money,
  slipping::INTEGER AS slipping, slipping_away::INTEGER AS slipping_away, overdue::INTEGER AS overdue, overdue_away::INTEGER AS overdue_away,
  listed.card_id, card_number, customer_name, band, visits::INTEGER AS visits, last_day, days_away, span, cents,
  home.store_id AS store_id, stores.name AS store_name
FROM outcome
CROSS JOIN money
LEFT JOIN listed ON true
LEFT JOIN home ON home.card_id = listed.card_id
LEFT JOIN stores ON stores.id = home.store_id
ORDER BY at_stake DESC, listed.row_number
