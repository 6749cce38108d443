-- Cards that transactions name and the export does not have: their indexes follow those of the cards.
INSERT INTO read_card_index BY NAME
SELECT (SELECT count(*) FROM read_cards) + row_number() OVER (ORDER BY card_id) AS card_index, card_id AS id
FROM (
  SELECT DISTINCT card_id FROM read_transactions
  WHERE NOT EXISTS (SELECT 1 FROM read_card_index AS known WHERE known.id = card_id)
)
