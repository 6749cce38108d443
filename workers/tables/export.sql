-- The tables of an export, under the names they have while it is being loaded.
-- Ids are numbers here: whole numbers as they are, any other text by the number that `ids` gives it.
CREATE OR REPLACE TABLE incoming_ids (space VARCHAR, number BIGINT, id VARCHAR);

CREATE OR REPLACE TABLE incoming_cards (
  row BIGINT,
  id BIGINT,
  merchant_id BIGINT,
  created_at TIMESTAMP,
  last_activity_at TIMESTAMP,
  is_active BOOLEAN,
  points_balance BIGINT,
  card_number VARCHAR,
  customer_name VARCHAR
);

CREATE OR REPLACE TABLE incoming_transactions (
  card_id BIGINT,
  merchant_id BIGINT,
  transaction_at TIMESTAMP,
  type UTINYINT,
  points_delta BIGINT,
  store_id BIGINT,
  purchase_amount_cents BIGINT
);

CREATE OR REPLACE TABLE incoming_stores (row BIGINT, id BIGINT, merchant_id BIGINT, name VARCHAR);
