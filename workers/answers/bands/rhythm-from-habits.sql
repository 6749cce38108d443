-- `rhythm.sql` from the tables that do not depend on the report instant. All that is asked for is written into it.
INSERT INTO {table}
WITH today AS (
  SELECT max(CASE WHEN date = now_at::DATE THEN {day of:now_at} END) AS day,
    max(CASE WHEN date = before_at::DATE THEN {day of:before_at} END) AS day_before,
    max(CASE WHEN date = earlier_at::DATE THEN {day of:earlier_at} END) AS day_earlier
  FROM {dates} AS dates
  CROSS JOIN (SELECT {instant} AS now_at, {instant} - to_days(30) AS before_at, {instant} - to_days(90) AS earlier_at) AS instant
),
now AS (
  SELECT * FROM {habits} WHERE seen_at <= {asOf} AND until_at > {asOf}
),
before AS (
  SELECT card_index, visits, day, span FROM {habits} WHERE seen_at <= {ago:30} AND until_at > {ago:30}
),
earlier AS (
  SELECT card_index, visits, day, span FROM {habits} WHERE seen_at <= {ago:90} AND until_at > {ago:90}
),
year_before AS (
  SELECT card_index, visits, amounts, cents FROM {habits} WHERE seen_at <= {ago:365} AND until_at > {ago:365}
),
state AS (
  SELECT card_index, store_id, later FROM {states} WHERE seen_at <= {asOf} AND until_at > {asOf}
)
SELECT cards.card_index, store_id, now.visits, now.span, today.day - now.day,
  CASE WHEN created_at <= {instant} - to_days(30) THEN coalesce(before.visits, 0) ELSE 0 END, before.span, day_before - before.day,
  CASE WHEN created_at <= {instant} - to_days(90) THEN coalesce(earlier.visits, 0) ELSE 0 END, earlier.span, day_earlier - earlier.day,
  points_balance - state.later::DECIMAL(38, 4), now.amounts - coalesce(year_before.amounts, 0), now.cents - coalesce(year_before.cents, 0),
  now.visits - coalesce(year_before.visits, 0), now.day, CASE WHEN now.amounts > 0 THEN now.cents END,
  is_active OR coalesce({asOf} < {latest}, false)
FROM cards
JOIN now ON now.card_index = cards.card_index
JOIN state ON state.card_index = cards.card_index
LEFT JOIN before ON before.card_index = cards.card_index
LEFT JOIN earlier ON earlier.card_index = cards.card_index
LEFT JOIN year_before ON year_before.card_index = cards.card_index
CROSS JOIN today
WHERE cards.merchant_id = {merchant} AND created_at <= {instant}
