-- Whether the rule by a card's own rhythm knew who would stay away: what it says so many days before the report, held against the visits
-- since. One row a multiplier.
-- $1 merchant, $2 report instant, $3 store or null, $4 multiplier, $5 days, $6 whether those that were lost by then are left out.
WITH {known}
{last instant}
rhythm AS (
  SELECT card_id, count(*) AS visits, max(visit.day) - min(visit.day) AS span, test.day - max(visit.day) AS days
  FROM test
  JOIN visit ON visit.instant <= test.instant
  GROUP BY card_id, test.day
  HAVING count(*) >= 2
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
