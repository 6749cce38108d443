-- The cards as the answers need them: with their number, how many transactions they have, when the first of them was, and the store that won
-- them, which is that of their first transaction in a store.
CREATE OR REPLACE TABLE incoming_members AS
WITH visits AS (
  SELECT card, count(*)::INTEGER AS transactions, min(transaction_at) AS first_at,
    arg_min(store_id, rowid) FILTER (store_id IS NOT NULL) AS won_by,
    min(transaction_at) FILTER (store_id IS NOT NULL) AS won_at
  FROM incoming_activity
  GROUP BY card
)
SELECT number, cards.* EXCLUDE (file, row), coalesce(transactions, 0) AS transactions, first_at, won_by, won_at
FROM incoming_cards AS cards
JOIN incoming_card_numbers AS numbers USING (id)
LEFT JOIN visits ON visits.card = number
ORDER BY number;

-- What transactions name and the export has no card of.
CREATE OR REPLACE TABLE incoming_unknown_cards AS
SELECT number, id FROM incoming_card_numbers WHERE number > (SELECT count(*) FROM incoming_cards);

-- The stores of each merchant's transactions, with how many they are and how many of them have a purchase amount.
CREATE OR REPLACE TABLE incoming_store_activity AS
SELECT merchant_id, store_id, count(*)::INTEGER AS transactions, count(purchase_amount_cents)::INTEGER AS amounts
FROM incoming_activity
GROUP BY merchant_id, store_id;

-- All of them is in the tables above.
DROP TABLE incoming_transactions;
DROP TABLE incoming_cards;
