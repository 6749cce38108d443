-- `card_index`: the place of a card among all, from 1, a merchant at a time, in order of enrolment. It is no id.
CREATE OR REPLACE TABLE read_card_index AS
SELECT (row_number() OVER (ORDER BY merchant_id, created_at, id))::INTEGER AS card_index, id, merchant_id
FROM read_cards;
