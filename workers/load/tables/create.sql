-- The tables that rows are read into. `read_…` are there for the load alone; every `incoming_X` becomes `X` at its end (`replace.sql`).
-- `file` and `row` say where a row comes from: the index of its file in the load, its row in that file from 1.
-- Ids are numbers here (`workers/database/ids.ts`): direct ones as they are, any other by the number that `ids` gives it. `whole`: what it is as a
-- number, for the order of ids; null for text.
CREATE OR REPLACE TABLE incoming_ids (space VARCHAR, number BIGINT, id VARCHAR, whole HUGEINT);

CREATE OR REPLACE TABLE read_cards (
  file INTEGER,
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

-- In the compressed catalogue or in the other (`database/catalogues.ts`).
CREATE OR REPLACE TABLE {catalogue}.read_transactions (
  file INTEGER,
  row BIGINT,
  card_id BIGINT,
  merchant_id BIGINT,
  transaction_at TIMESTAMP,
  type UTINYINT,
  points_delta BIGINT,
  store_id BIGINT,
  purchase_amount_cents BIGINT,
  id BIGINT,
  -- Of the rows of files whose rows are lines of purchases, alone.
  order_reference VARCHAR
);

-- Orders of the till: those of files of orders, and rows of transactions that name no card.
CREATE OR REPLACE TABLE read_orders (
  file INTEGER,
  row BIGINT,
  reference VARCHAR,
  placed_at TIMESTAMP,
  total_cents BIGINT,
  store_id BIGINT,
  merchant_id BIGINT,
  card_id BIGINT
);

CREATE OR REPLACE TABLE read_stores (file INTEGER, row BIGINT, id BIGINT, merchant_id BIGINT, name VARCHAR);

-- What transactions say of their cards, a row a card and a run, with when the latest of it was said.
CREATE OR REPLACE TABLE read_card_facts (
  id BIGINT,
  said_at TIMESTAMP,
  customer_name VARCHAR,
  card_number VARCHAR,
  created_at TIMESTAMP,
  last_activity_at TIMESTAMP,
  is_active BOOLEAN,
  points_balance BIGINT
);

-- Types that the service does not know, as they are found.
CREATE OR REPLACE TABLE read_other_types (name VARCHAR);

-- What a plan says of a file's words for the types of transactions.
CREATE OR REPLACE TABLE read_type_words (file INTEGER, word VARCHAR, type VARCHAR);
