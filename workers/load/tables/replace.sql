-- The complete new export takes the place of the old one, all tables at once; but those that may lie in either catalogue after the rest, since a
-- transaction writes to one alone. A table gets another name without more memory than there is.
DROP TABLE IF EXISTS staging.read_texts;
BEGIN;
DROP TABLE IF EXISTS ids;
DROP TABLE IF EXISTS unknown_cards;
DROP TABLE IF EXISTS stores;
DROP TABLE IF EXISTS orders;
DROP TABLE IF EXISTS store_activity;
DROP TABLE read_card_index;
DROP TABLE read_card_facts;
DROP TABLE IF EXISTS read_local_days;
DROP TABLE read_other_types;
DROP TABLE read_type_words;
ALTER TABLE incoming_ids RENAME TO ids;
ALTER TABLE incoming_unknown_cards RENAME TO unknown_cards;
ALTER TABLE incoming_store_activity RENAME TO store_activity;
ALTER TABLE incoming_stores RENAME TO stores;
ALTER TABLE incoming_orders RENAME TO orders;
COMMIT;
DROP TABLE IF EXISTS cards;
ALTER TABLE incoming_cards RENAME TO cards;
DROP TABLE IF EXISTS activity;
ALTER TABLE incoming_activity RENAME TO activity
