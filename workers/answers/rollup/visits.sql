-- What was done at each store in each part of a day (`day-parts.ts`), added up. $1 and $2: above which index cards are, and up to which.
-- Of its card, and of its card in its store (`…_there`), a transaction is `fresh` where there was none in the 30 days before (91 in a store),
-- and `lapses` where there is none in those after: the cards of the 30 days until an instant are those that were fresh until then, without
-- those that had lapsed 30 days before. `months`: firsts of their card in a month. Of those that earned, `firsts` and `lasts` are those of
-- their card in a month. `held`: what open cards earned since they were enrolled; `held_unknown`: how often that is not known.
-- Those that earned are there a second time, each after one that earned.
-- `lag` and `lead` without an order take the rows as they come, which spares sorting them.
INSERT INTO {table}
WITH visit AS (
  SELECT card_index, activity.rowid AS place, store_id, transaction_at, epoch_us(transaction_at) AS moment, earning, points_delta,
    purchase_amount_cents, {there} AS there,
    CASE WHEN lag(card_index) OVER () = card_index THEN epoch_us(lag(transaction_at) OVER ()) END AS before,
    CASE WHEN lead(card_index) OVER () = card_index THEN epoch_us(lead(transaction_at) OVER ()) END AS after
  FROM activity
  WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND merchant_id = {merchant}
),
earned AS (
  SELECT activity.rowid AS place, store_id, transaction_at, epoch_us(transaction_at) AS moment, {there} AS there,
    CASE WHEN lag(card_index) OVER () = card_index THEN epoch_us(lag(transaction_at) OVER ()) END AS before,
    CASE WHEN lead(card_index) OVER () = card_index THEN epoch_us(lead(transaction_at) OVER ()) END AS after
  FROM activity
  WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND merchant_id = {merchant} AND earning
),
flagged AS (
  SELECT true AS is_visit, store_id, transaction_at, before, after, earning, points_delta, purchase_amount_cents, is_held,
    before IS NULL OR moment > before + 30 * 86400000000 AS is_fresh, after IS NULL OR after > moment + 30 * 86400000000 AS is_lapsing,
    coalesce(lag(there) OVER () <> there OR moment > lag(moment) OVER () + 91 * 86400000000, true) AS is_fresh_there,
    coalesce(lead(there) OVER () <> there OR lead(moment) OVER () > moment + 91 * 86400000000, true) AS is_lapsing_there
  FROM (
    SELECT visit.*, is_active AND transaction_at > created_at AS is_held
    FROM visit
    LEFT JOIN (
      SELECT card_index, created_at, is_active FROM cards WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER
    ) AS card ON card.card_index = visit.card_index
    ORDER BY there, place
  )
  UNION ALL BY NAME
  SELECT false AS is_visit, store_id, transaction_at, before, after,
    CASE WHEN lag(there) OVER () = there THEN lag(moment) OVER () END AS before_there,
    CASE WHEN lead(there) OVER () = there THEN lead(moment) OVER () END AS after_there
  FROM (SELECT * FROM earned ORDER BY there, place)
),
dated AS (
  SELECT flagged.*, {month of:transaction_at} AS month, {month start of:transaction_at} AS month_start, {month end of:transaction_at} AS month_end,
    {day of:transaction_at} AS day, {part of:transaction_at} AS part
  FROM flagged
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
),
-- An aggregate costs more than a row: three counts are one sum, each in 21 bits. No store has two million transactions in a part of a day.
added AS (
  SELECT store_id, part, day, month, min(transaction_at) AS first_at,
    sum(is_visit::BIGINT + (NOT is_visit)::BIGINT * {second} + coalesce(is_held AND points_delta IS NULL, false)::BIGINT * {third})::BIGINT AS rows,
    sum(CASE WHEN is_visit THEN is_fresh::BIGINT + is_lapsing::BIGINT * {second} + (before IS NULL OR before < month_start)::BIGINT * {third} END)::BIGINT AS of_card,
    sum(CASE WHEN is_visit THEN is_fresh_there::BIGINT + is_lapsing_there::BIGINT * {second} + (points_delta IS NOT NULL)::BIGINT * {third} END)::BIGINT AS of_store,
    sum(CASE WHEN NOT is_visit THEN (before IS NULL OR before < month_start)::BIGINT + (after IS NULL OR after >= month_end)::BIGINT * {second}
      + (before_there IS NULL OR before_there < month_start)::BIGINT * {third} END)::BIGINT AS earned,
    sum(CASE WHEN is_visit THEN (purchase_amount_cents IS NOT NULL)::BIGINT WHEN after_there IS NULL OR after_there >= month_end THEN {second} END)::BIGINT AS others,
    sum(CASE WHEN is_held THEN points_delta END) AS held,
    sum(CASE WHEN earning THEN points_delta END) AS points,
    sum(CASE WHEN earning THEN purchase_amount_cents END) AS cents
  FROM dated
  GROUP BY store_id, part, day, month
)
SELECT store_id, part, day, month, first_at,
  {first of:rows} AS transactions, {third of:of_store} AS known_points, {first of:others} AS amounts,
  {first of:of_card} AS fresh, {second of:of_card} AS lapses, {first of:of_store} AS fresh_there, {second of:of_store} AS lapses_there,
  {third of:of_card} AS months, held, {third of:rows} AS held_unknown,
  {second of:rows} AS earned, points, cents,
  {first of:earned} AS firsts, {second of:earned} AS lasts, {third of:earned} AS firsts_there, {second of:others} AS lasts_there
FROM added
