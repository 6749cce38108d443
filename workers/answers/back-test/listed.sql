cell AS (
  SELECT card_index, visits, since, days, late, usual, cents,
    CASE WHEN usual > 0 THEN late / usual WHEN late > 0 THEN 'infinity'::DOUBLE ELSE 0 END AS times
  FROM checked
  WHERE (late > $4::DOUBLE * usual) = $5::BOOLEAN AND stayed_away = $6::BOOLEAN
)
-- The cards of one of the four cells that are found, sorted, and only then cut. $5 whether it is of flagged cards, $6 whether of those that
-- stayed away; from $7 on the words that are searched for, and behind them the limit.
SELECT {id} AS card_id, {number} AS card_number, {name} AS customer_name, visits, since, days, cents::VARCHAR AS cents,
  CASE WHEN isfinite(times) THEN times END AS times
FROM cell
JOIN cards ON cards.card_index = cell.card_index
{names of cards}
WHERE true {and found}
ORDER BY {order} {by id}
LIMIT {limit}::BIGINT
