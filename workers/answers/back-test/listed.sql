-- Those that are found, sorted, and only then cut. From $7 on the words that are searched for, and behind them the limit.
SELECT {id} AS card_id, {number} AS card_number, {name} AS customer_name, visits, since, days, cents::VARCHAR AS cents,
  CASE WHEN isfinite(times) THEN times END AS times
FROM cell
JOIN cards ON cards.card_index = cell.card_index
{names of cards}
WHERE true {and found}
ORDER BY {order} {by id}
LIMIT {limit}::BIGINT
