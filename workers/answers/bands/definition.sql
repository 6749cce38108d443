-- How cards lie by their own rhythm, in bands, and where the same cards were 30 days before. One row for each pair of bands that has
-- cards; a card that had none before was seen since, or enrolled.
-- $1 merchant, $2 report instant, $3 store or null, $4 multiplier.
WITH moment AS (
  SELECT 'now' AS name, $2::TIMESTAMP AS instant
  UNION ALL
  SELECT 'before' AS name, $2::TIMESTAMP - INTERVAL '30 days' AS instant
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
  SELECT name, cards.id AS card_id, count(*) AS visits, max(visit.day) - min(visit.day) AS span,
    today.day - max(visit.day) AS days_away
  FROM today
  JOIN cards ON cards.created_at <= today.instant
  JOIN visit ON visit.card_id = cards.id AND visit.instant <= today.instant
  LEFT JOIN last_seen ON last_seen.card_id = cards.id
  WHERE cards.merchant_id = $1::BIGINT
    AND (is_active OR $2::TIMESTAMP < (SELECT instant FROM last_instant))
    AND ($3::BIGINT IS NULL OR last_seen.store_id = $3::BIGINT)
  GROUP BY name, cards.id, today.day
),
-- The usual interval is span / (visits - 1) days: the mean of the days from one visit to the next, at least one.
banded AS (
  SELECT name, card_id,
    CASE
      WHEN visits = 1 THEN 'single-visit'
      WHEN days_away * (visits - 1) <= span THEN 'within-rhythm'
      WHEN days_away * (visits - 1) <= $4::DOUBLE PRECISION * span THEN 'slipping'
      WHEN days_away * (visits - 1) <= 2 * $4::DOUBLE PRECISION * span THEN 'overdue'
      ELSE 'lost'
    END AS band
  FROM rhythm
),
last_year AS (
  SELECT card_id, sum(purchase_amount_cents) AS cents, count(purchase_amount_cents) AS amounts
  FROM transactions
  WHERE merchant_id = $1::BIGINT
    AND earning
    AND transaction_at > $2::TIMESTAMP - INTERVAL '365 days'
    AND transaction_at <= $2::TIMESTAMP
  GROUP BY card_id
),
visits_of_year AS (
  SELECT card_id, count(*) AS visits FROM visit WHERE instant > $2::TIMESTAMP - INTERVAL '365 days' GROUP BY card_id
),
later AS (
  SELECT card_id, sum(points_delta) AS points, count(*) > count(points_delta) AS is_unclear
  FROM transactions
  WHERE merchant_id = $1::BIGINT AND transaction_at > $2::TIMESTAMP
  GROUP BY card_id
),
held AS (
  SELECT cards.id AS card_id,
    CASE
      WHEN NOT coalesce(later.is_unclear, false) THEN points_balance - coalesce(later.points, 0)
    END AS points
  FROM cards
  LEFT JOIN later ON later.card_id = cards.id
)
SELECT now.band, before.band AS band_before, count(*)::INTEGER AS cards, count(held.points)::INTEGER AS balances,
  coalesce(sum(CASE WHEN held.points > 0 THEN held.points END), 0) AS points,
  coalesce(sum(last_year.amounts), 0)::BIGINT AS amounts,
  coalesce(sum(last_year.cents), 0) AS cents,
  coalesce(sum(visits_of_year.visits), 0)::BIGINT AS visits
FROM banded AS now
LEFT JOIN banded AS before ON before.card_id = now.card_id AND before.name = 'before'
LEFT JOIN held ON held.card_id = now.card_id
LEFT JOIN last_year ON last_year.card_id = now.card_id
LEFT JOIN visits_of_year ON visits_of_year.card_id = now.card_id
WHERE now.name = 'now'
GROUP BY now.band, before.band
ORDER BY 1, 2
