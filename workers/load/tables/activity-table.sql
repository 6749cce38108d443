-- The base of all answers: every transaction, card after card and each card's in order of time.
-- `card_index`: that of its card (`index-cards.sql`).
-- `merchant_id`: the card's; the transaction's own where the export does not have the card.
-- `gap_days`: whole days since the card's transaction before; null for its first.
-- `earning`: revenue counts it. `visit`: the customer did it (`recognise/transaction-types.ts`).
CREATE OR REPLACE TABLE {catalogue}.incoming_activity (
  card_index INTEGER,
  merchant_id BIGINT,
  transaction_at TIMESTAMP,
  gap_days INTEGER,
  type UTINYINT,
  earning BOOLEAN,
  visit BOOLEAN,
  points_delta {points type},
  store_id BIGINT,
  purchase_amount_cents BIGINT
);
