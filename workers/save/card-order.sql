-- The cards by their dense number in the order of their ids; behind them those that only transactions name.
CREATE OR REPLACE TABLE staging.card_order AS
SELECT card_index, row_number() OVER (ORDER BY is_unknown, CASE WHEN ids.id IS NULL THEN cards.id ELSE ids.whole END NULLS LAST, ids.id) AS row_number
FROM (SELECT card_index, id, false AS is_unknown FROM cards UNION ALL SELECT card_index, id, true FROM unknown_cards) AS cards
LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id;
