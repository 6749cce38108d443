-- What a failed or cancelled load leaves behind.
DROP TABLE IF EXISTS staging.runs;
DROP TABLE IF EXISTS staging.run_bounds;
DROP TABLE IF EXISTS read_cards;
DROP TABLE IF EXISTS read_transactions;
DROP TABLE IF EXISTS read_stores;
DROP TABLE IF EXISTS read_other_types;
DROP TABLE IF EXISTS read_type_words;
DROP TABLE IF EXISTS read_card_index;
DROP TABLE IF EXISTS read_local_days;
DROP TABLE IF EXISTS incoming_ids;
DROP TABLE IF EXISTS incoming_activity;
DROP TABLE IF EXISTS incoming_cards;
DROP TABLE IF EXISTS incoming_unknown_cards;
DROP TABLE IF EXISTS incoming_stores;
DROP TABLE IF EXISTS incoming_store_activity;
