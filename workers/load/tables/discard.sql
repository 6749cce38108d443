-- What a failed or cancelled load leaves behind.
DROP TABLE IF EXISTS staging.batch;
DROP TABLE IF EXISTS incoming_ids;
DROP TABLE IF EXISTS incoming_cards;
DROP TABLE IF EXISTS incoming_transactions;
DROP TABLE IF EXISTS incoming_stores;
DROP TABLE IF EXISTS incoming_other_types;
DROP TABLE IF EXISTS incoming_card_numbers;
DROP TABLE IF EXISTS incoming_activity;
DROP TABLE IF EXISTS incoming_members;
DROP TABLE IF EXISTS incoming_unknown_cards;
DROP TABLE IF EXISTS incoming_store_activity;
DROP TABLE IF EXISTS incoming_type_words;
