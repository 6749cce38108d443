-- The cards by their dense number in the order of their ids.
CREATE OR REPLACE TABLE staging.card_order AS
SELECT card_index, row_number() OVER (ORDER BY CASE WHEN ids.id IS NULL THEN cards.id ELSE ids.whole END NULLS LAST, ids.id) AS row_number
FROM cards
LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id;
