-- Numbers what transactions name and the export has no card of, after the cards.
INSERT INTO incoming_card_numbers BY NAME
SELECT (SELECT count(*) FROM incoming_cards) + row_number() OVER (ORDER BY card_id) AS number, card_id AS id
FROM (
  SELECT DISTINCT card_id FROM incoming_transactions
  WHERE NOT EXISTS (SELECT 1 FROM incoming_card_numbers AS known WHERE known.id = card_id)
)
