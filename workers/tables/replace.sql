-- The complete new export takes the place of the old one, all tables at once.
-- Where a transaction came from matters only until duplicates are found.
ALTER TABLE incoming_transactions DROP COLUMN file;
ALTER TABLE incoming_transactions DROP COLUMN row;
BEGIN;
DROP TABLE IF EXISTS ids;
DROP TABLE IF EXISTS cards;
DROP TABLE IF EXISTS transactions;
DROP TABLE IF EXISTS stores;
DROP TABLE incoming_other_types;
DROP TABLE incoming_type_words;
ALTER TABLE incoming_ids RENAME TO ids;
ALTER TABLE incoming_cards RENAME TO cards;
ALTER TABLE incoming_transactions RENAME TO transactions;
ALTER TABLE incoming_stores RENAME TO stores;
COMMIT;
