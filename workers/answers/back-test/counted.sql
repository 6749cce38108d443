-- How many cards a cell has, and how many of them are found; whether there is money at all. From $7 on the words that are searched for.
SELECT count(*)::INTEGER AS cards, count(CASE WHEN true {and found} THEN 1 END)::INTEGER AS found,
  (SELECT coalesce(sum(amounts), 0) > 0 FROM checked) AS has_money
FROM cell
JOIN cards ON cards.card_index = cell.card_index
{names of cards}
