-- The cards as the answers need them: with their index, how many transactions they have, when the first of them was, and the store that won
-- them, which is that of their first transaction in a store.
CREATE OR REPLACE TABLE {catalogue}.incoming_cards AS
WITH visits AS (
  SELECT card_index, count(*)::INTEGER AS transactions, min(transaction_at) AS first_at,
    arg_min(store_id, rowid) FILTER (store_id IS NOT NULL) AS won_by,
    min(transaction_at) FILTER (store_id IS NOT NULL) AS won_at
  FROM incoming_activity
  GROUP BY card_index
)
SELECT indexed.card_index, cards.* EXCLUDE (file, row), coalesce(transactions, 0) AS transactions, first_at, won_by, won_at
FROM read_cards AS cards
JOIN read_card_index AS indexed USING (id)
LEFT JOIN visits ON visits.card_index = indexed.card_index
ORDER BY indexed.card_index;

-- What transactions name and the export has no card of.
CREATE OR REPLACE TABLE incoming_unknown_cards AS
SELECT card_index, id FROM read_card_index WHERE card_index > (SELECT count(*) FROM read_cards);

-- The stores of each merchant's transactions, with how many they are and how many of them have a purchase amount.
CREATE OR REPLACE TABLE incoming_store_activity AS
SELECT merchant_id, store_id, count(*)::INTEGER AS transactions, count(purchase_amount_cents)::INTEGER AS amounts
FROM incoming_activity
GROUP BY merchant_id, store_id;

-- Stores and orders are used as they were read. All of the cards and the transactions is in the tables above.
DROP TABLE IF EXISTS incoming_stores;
ALTER TABLE read_stores RENAME TO incoming_stores;
DROP TABLE IF EXISTS incoming_orders;
ALTER TABLE read_orders RENAME TO incoming_orders;
DROP TABLE read_transactions;
DROP TABLE read_cards;
