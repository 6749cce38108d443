-- The cards of one of the four cells: $5 whether of flagged cards, $6 whether of those that stayed away.
cell AS (
  SELECT card_index, visits, since, days, late, usual, cents,
    CASE WHEN usual > 0 THEN late / usual WHEN late > 0 THEN 'infinity'::DOUBLE ELSE 0 END AS times
  FROM checked
  WHERE (late > $4::DOUBLE * usual) = $5::BOOLEAN AND stayed_away = $6::BOOLEAN
)
