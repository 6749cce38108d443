-- The complete new export takes the place of the old one, all tables at once.
BEGIN;
DROP TABLE IF EXISTS ids;
DROP TABLE IF EXISTS cards;
DROP TABLE IF EXISTS transactions;
DROP TABLE IF EXISTS stores;
ALTER TABLE incoming_ids RENAME TO ids;
ALTER TABLE incoming_cards RENAME TO cards;
ALTER TABLE incoming_transactions RENAME TO transactions;
ALTER TABLE incoming_stores RENAME TO stores;
COMMIT;
