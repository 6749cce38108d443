-- How many of these counted first on each UTC day: of all cards, and of those that each store won. $1 and $2: above which index cards are,
-- and up to which.
INSERT INTO {table}
SELECT {won by} AS won_by, month, window_offset, {day:{known}} AS day, count(*) AS cards
FROM {of}
WHERE card_index > $1::INTEGER AND card_index <= $2::INTEGER AND {known} IS NOT NULL
GROUP BY ALL
