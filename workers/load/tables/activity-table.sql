-- The base of all answers: every transaction, card after card and each card's in order of time.
-- `gap_days`: whole days since the card's transaction before; null for its first.
CREATE OR REPLACE TABLE incoming_activity (
  card INTEGER,
  merchant_id BIGINT,
  transaction_at TIMESTAMP,
  gap_days INTEGER,
  type UTINYINT,
  points_delta BIGINT,
  store_id BIGINT,
  purchase_amount_cents BIGINT
);
