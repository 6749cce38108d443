-- How often each card was used so far, from one use until its next: a row holds from `seen_at` until before `until_at`, and of a card one at
-- most holds at a report instant, as in `../at-risk/states.sql`. $1 and $2: above which index cards are, and up to which.
-- `visits`: on how many days of the calendar; `day`: the number of the last of them; `span`: the days from the first to that. `amounts`, `cents`:
-- how many purchases so far have an amount, and those added up.
-- Sums run through all cards of the slice as the rows come, which spares sorting them by card; what a card has is what is beyond those
-- before it. So do the days, each with the index of its card before it.
INSERT INTO {table}
WITH used AS MATERIALIZED (
  SELECT card_index, seen_at, cents, CASE WHEN visit THEN card_index * 4294967296 + {day of:transaction_at} END AS card_day
  FROM (
    SELECT card_index::BIGINT AS card_index, activity.rowid AS place, transaction_at, {moment:transaction_at} AS seen_at, visit,
      CASE WHEN earning THEN purchase_amount_cents END AS cents
    FROM activity
    WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND card_index <= (SELECT count(*) FROM cards)
      AND merchant_id = {merchant} AND (visit OR earning)
  )
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  ORDER BY place
),
followed AS MATERIALIZED (
  SELECT *, CASE WHEN lead(card_index) OVER () = card_index THEN lead(seen_at) OVER () ELSE {never} END AS until_at,
    max(card_day) OVER (ROWS UNBOUNDED PRECEDING) AS last_card_day,
    coalesce(card_day > max(card_day) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), card_day IS NOT NULL)::INTEGER AS is_first_of_day
  FROM used
),
so_far AS MATERIALIZED (
  SELECT *, sum(is_first_of_day) OVER running AS visits, count(cents) OVER running AS amounts, coalesce(sum(cents) OVER running, 0) AS sum,
    row_number() OVER () AS place
  FROM followed
  WINDOW running AS (ROWS UNBOUNDED PRECEDING)
),
-- What cards before it have.
card AS (
  SELECT card_index, min(card_day) AS first_card_day, min(visits - is_first_of_day) AS visits,
    min(amounts - (cents IS NOT NULL)::INTEGER) AS amounts, arg_min(sum - coalesce(cents, 0), place) AS sum
  FROM so_far
  GROUP BY card_index
)
SELECT so_far.card_index, seen_at, until_at, so_far.visits - card.visits, last_card_day - so_far.card_index * 4294967296,
  last_card_day - first_card_day, so_far.amounts - card.amounts, so_far.sum - card.sum
FROM so_far
JOIN card ON card.card_index = so_far.card_index
-- Of several at one instant the last one holds; until its first visit a card has none.
WHERE seen_at < until_at AND so_far.visits > card.visits
