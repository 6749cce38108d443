-- What is known of each card from one of its transactions until its next: a row holds from `seen_at` until before `until_at`, and of a card
-- one at most holds at a report instant. That makes the table answer for any. $1 and $2: above which index cards are, and up to which.
-- `visits` and `gaps`: how many transactions until then, and the whole days between them, added up. `later`: points that came after; null
-- where some of those are not known. `store_id`: the last store until then.
-- Sums run through all cards of the slice as the rows come, which spares sorting them; what a card has is what is beyond those before it.
INSERT INTO {table}
WITH visit AS MATERIALIZED (
  SELECT card_index, place, seen_at, store_id,
    CASE WHEN lead(card_index) OVER () = card_index THEN lead(seen_at) OVER () ELSE {never} END AS until_at,
    count(*) OVER so_far AS visits, coalesce(sum(gap_days) OVER so_far, 0) AS gaps, coalesce(sum(points_delta) OVER so_far, 0) AS points,
    count(points_delta) OVER so_far AS known, max(CASE WHEN store_id IS NOT NULL THEN place END) OVER so_far AS stored_at
  FROM (
    SELECT card_index, activity.rowid AS place, {moment:transaction_at} AS seen_at, store_id, points_delta, gap_days
    FROM activity
    WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND card_index <= (SELECT count(*) FROM cards)
  )
  WINDOW so_far AS (ROWS UNBOUNDED PRECEDING)
),
-- What cards before it have, and what they have with it. A card's first transaction has no gap.
card AS (
  SELECT card_index, min(place) AS first_at, min(visits) - 1 AS visits_before, min(gaps) AS gaps_before, max(visits) AS visits,
    max(known) AS known, arg_max(points, place) AS points
  FROM visit
  GROUP BY card_index
),
-- Those without a store, with that of the last one that has one.
stored AS (
  SELECT visit.place, earlier.store_id
  FROM visit
  JOIN card ON card.card_index = visit.card_index
  JOIN visit AS earlier ON earlier.place = visit.stored_at
  WHERE visit.store_id IS NULL AND visit.stored_at >= first_at
)
SELECT visit.card_index, seen_at, until_at, visit.visits - visits_before AS visits, visit.gaps - gaps_before AS gaps,
  CASE WHEN card.visits - visit.visits = card.known - visit.known THEN card.points - visit.points END AS later,
  coalesce(visit.store_id, stored.store_id) AS store_id
FROM visit
JOIN card ON card.card_index = visit.card_index
LEFT JOIN stored ON stored.place = visit.place
-- Of several at one instant the last one holds.
WHERE seen_at < until_at
