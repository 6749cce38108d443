-- Cards whose file has no name of theirs are called as their transactions call them.
UPDATE read_cards SET customer_name = said.customer_name
FROM (SELECT id, arg_max(customer_name, said_at) AS customer_name FROM read_card_facts GROUP BY id) AS said
WHERE read_cards.id = said.id AND read_cards.customer_name IS NULL
