-- What files of cards leave out, or rows of them, follows from the transactions; a card that nobody calls closed is open, unless its file has
-- yes for the others and nothing for no ({blank_is_no}); where a file has no numbers, that of a card is its id.
UPDATE read_cards SET
  created_at = coalesce(created_at, first_at),
  last_activity_at = CASE WHEN file IN ({last_activity_at}) THEN latest_at ELSE last_activity_at END,
  is_active = coalesce(is_active, file NOT IN ({blank_is_no})),
  card_number = CASE WHEN file IN ({card_number}) THEN id_text ELSE card_number END
FROM (
  SELECT cards.file AS of_file, cards.row AS of_row, first_at, latest_at, coalesce(ids.id, cards.id::VARCHAR) AS id_text
  FROM read_cards AS cards
  LEFT JOIN (
    SELECT card_id, min(transaction_at) AS first_at, max(transaction_at) AS latest_at FROM read_transactions GROUP BY card_id
  ) AS seen ON seen.card_id = cards.id
  LEFT JOIN incoming_ids AS ids ON ids.space = 'card' AND ids.number = cards.id
) AS found
WHERE file = of_file AND row = of_row
