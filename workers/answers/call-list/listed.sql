-- The cards of the call list that are found, sorted, and only then cut. $1 multiplier, $2 limit, $3 store, $4 whether only cards last seen
-- in that store count, $5 and $6 the shares of slipping and overdue cards that stayed away, $7 whether there is money, $8 merchant,
-- $9 report instant; $10 a band or null; from $11 on the words that are searched for.
WITH valued AS (
  SELECT *,
    90 * (visits - 1)::DOUBLE / span * CASE WHEN $7::BOOLEAN THEN coalesce(cents_ever, 0)::DOUBLE / visits ELSE 1 END
      * CASE band WHEN 'slipping' THEN $5::DOUBLE ELSE $6::DOUBLE END AS at_stake
  FROM (
    SELECT *, {band} AS band FROM {rhythm} WHERE is_counted AND (NOT $4::BOOLEAN OR last_store_id = $3::BIGINT)
  )
  WHERE band IS NOT NULL
),
{home of all}
listed AS (
  SELECT valued.card_index, {id} AS card_id, {number} AS card_number, {name} AS customer_name, band, visits, last_day, days_away, span,
    coalesce(cents_ever, 0)::VARCHAR AS cents, at_stake, row_number() OVER (ORDER BY {order} at_stake DESC, {by id}) AS place
  FROM valued
  JOIN cards ON cards.card_index = valued.card_index
  {names of cards}
  {home of each}
  WHERE ($10::VARCHAR IS NULL OR band = $10::VARCHAR) {and found}
  ORDER BY place
  LIMIT $2::BIGINT
)
{home of the listed}
SELECT card_id, card_number, customer_name, band, visits, last_day, days_away, span, cents, at_stake,
  coalesce(ids.id, home.store_id::VARCHAR) AS store_id, stores.name AS store_name
FROM listed
LEFT JOIN home ON home.card_index = listed.card_index AND home.place = 1
LEFT JOIN stores ON stores.id = home.store_id
LEFT JOIN ids ON ids.space = 'store' AND ids.number = home.store_id
ORDER BY listed.place
