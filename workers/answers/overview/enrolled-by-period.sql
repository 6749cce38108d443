-- The cards that were enrolled until the report instant (`rollup/enrolled.sql`), by how long ago and by calendar month: period 0 is the last
-- 30 days, 1 the 30 before, 2 the 90 before those, 3 another 90, 4 what is older, null what is later.
SELECT CASE WHEN part >= {part after:0} THEN NULL WHEN part >= {part after:30} THEN 0 WHEN part >= {part after:60} THEN 1 WHEN part >= {part after:150} THEN 2 WHEN part >= {part after:240} THEN 3 ELSE 4 END AS period,
  month, strftime(min(first_at), '%Y-%m-%dT%H:%M:%S.%fZ') AS first_at, sum(cards)::DOUBLE AS cards, sum(returned)::DOUBLE AS returned,
  sum(known_balances)::DOUBLE AS known_balances, sum(balance)::VARCHAR AS balance, (-sum(later))::VARCHAR AS minus_later,
  sum(later_unknown)::DOUBLE AS later_unknown
FROM {enrolled}
GROUP BY ALL
