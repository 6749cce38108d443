-- Numbers the cards from 1, a merchant at a time, in order of enrolment.
CREATE OR REPLACE TABLE incoming_card_numbers AS
SELECT (row_number() OVER (ORDER BY merchant_id, created_at, id))::INTEGER AS number, id, merchant_id
FROM incoming_cards;
