-- Every card's rhythm at the report instant, 30 days before it, and 90 (`…_earlier`): a visit is a day of the calendar on which the card was
-- used; days are those of the calendar. `visits_before` is 0 where the card was not seen by then, or not enrolled. `is_counted`: one that
-- is closed today counts as long as the export has anything later.
-- `points`: its balance at the report instant, null where that is not known. `cents`, `amounts`, `visits_of_year`: of the last 365 days.
-- $1 merchant, $2 report instant.
-- `lag` without an order takes the rows as they come, card after card and each card's in order of time. Where the calendar's tables end, the
-- days are those of UTC: that is so only of exports that span centuries.
INSERT INTO {table}
WITH today AS (
  SELECT max(CASE WHEN date = now_at::DATE THEN {day of:now_at} END) AS day,
    max(CASE WHEN date = before_at::DATE THEN {day of:before_at} END) AS day_before,
    max(CASE WHEN date = earlier_at::DATE THEN {day of:earlier_at} END) AS day_earlier
  FROM {dates} AS dates
  CROSS JOIN (SELECT $2::TIMESTAMP AS now_at, $2::TIMESTAMP - to_days(30) AS before_at, $2::TIMESTAMP - to_days(90) AS earlier_at) AS instant
),
last_instant AS (
  SELECT greatest(
      (SELECT max(created_at) FROM cards), (SELECT max(last_activity_at) FROM cards), (SELECT max(transaction_at) FROM activity)
    ) AS latest_at
),
used AS (
  SELECT card_index, transaction_at, CASE WHEN lag(card_index) OVER () = card_index THEN epoch_us(lag(transaction_at) OVER ()) END AS before
  FROM activity
  WHERE merchant_id = $1::BIGINT AND visit AND transaction_at <= $2::TIMESTAMP
),
visit AS (
  SELECT card_index, transaction_at, before, coalesce({day of:transaction_at}, (transaction_at::DATE - DATE '1970-01-01')) AS day
  FROM used
  LEFT JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE before IS NULL OR before < coalesce({day start of:transaction_at}, epoch_us(transaction_at::DATE::TIMESTAMP))
),
habit AS (
  SELECT card_index, count(*) AS visits, min(day) AS first_day, max(day) AS last_day,
    count(*) FILTER (transaction_at <= $2::TIMESTAMP - to_days(30)) AS visits_before,
    max(day) FILTER (transaction_at <= $2::TIMESTAMP - to_days(30)) AS last_day_before,
    count(*) FILTER (transaction_at <= $2::TIMESTAMP - to_days(90)) AS visits_earlier,
    max(day) FILTER (transaction_at <= $2::TIMESTAMP - to_days(90)) AS last_day_earlier,
    count(*) FILTER (transaction_at > $2::TIMESTAMP - to_days(365)) AS visits_of_year
  FROM visit
  GROUP BY card_index
),
-- What is said of points and money is one more reading of the transactions for all of it.
owed AS (
  SELECT card_index,
    arg_max(store_id, activity.rowid) FILTER (store_id IS NOT NULL AND transaction_at <= $2::TIMESTAMP) AS last_store_id,
    sum(points_delta) FILTER (transaction_at > $2::TIMESTAMP) AS later,
    count(*) FILTER (transaction_at > $2::TIMESTAMP AND points_delta IS NULL) AS unclear,
    sum(purchase_amount_cents) FILTER (earning AND transaction_at > $2::TIMESTAMP - to_days(365) AND transaction_at <= $2::TIMESTAMP) AS cents,
    sum(purchase_amount_cents) FILTER (earning AND transaction_at <= $2::TIMESTAMP) AS cents_ever,
    count(purchase_amount_cents) FILTER (earning AND transaction_at > $2::TIMESTAMP - to_days(365) AND transaction_at <= $2::TIMESTAMP) AS amounts
  FROM activity
  WHERE merchant_id = $1::BIGINT
  GROUP BY card_index
),
counted AS (
  SELECT cards.card_index, last_store_id, first_day, last_day, last_day_before, last_day_earlier, visits_of_year, amounts, cents, cents_ever,
    visits,
    CASE WHEN created_at <= $2::TIMESTAMP - to_days(30) THEN visits_before ELSE 0 END AS visits_before,
    CASE WHEN created_at <= $2::TIMESTAMP - to_days(90) THEN visits_earlier ELSE 0 END AS visits_earlier,
    CASE WHEN unclear = 0 THEN points_balance - coalesce(later, 0) END AS points,
    is_active OR coalesce($2::TIMESTAMP < latest_at, false) AS is_counted
  FROM cards
  JOIN habit USING (card_index)
  JOIN owed USING (card_index)
  CROSS JOIN last_instant
  WHERE merchant_id = $1::BIGINT AND created_at <= $2::TIMESTAMP
)
SELECT card_index, last_store_id, visits, last_day - first_day, today.day - last_day,
  visits_before, last_day_before - first_day, today.day_before - last_day_before,
  visits_earlier, last_day_earlier - first_day, today.day_earlier - last_day_earlier,
  points, amounts, coalesce(cents, 0), visits_of_year, last_day, cents_ever, is_counted
FROM counted
CROSS JOIN today
