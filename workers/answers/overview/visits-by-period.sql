-- What was done until the report instant (`rollup/visits.sql`), by how long ago, by calendar month and weekday, 1 Monday to 7 Sunday: period 0
-- is the last 30 days, 1 the 30 before, 2 what else the last 364 have, 3 what is older, null what is later.
SELECT CASE WHEN part >= {part after:0} THEN NULL WHEN part >= {part after:30} THEN 0 WHEN part >= {part after:60} THEN 1 WHEN part >= {part after:364} THEN 2 ELSE 3 END AS period,
  -- Day 0 is 1 January 1970, a Thursday.
  month, ((day + 3) % 7 + 7) % 7 + 1 AS weekday,
  strftime(min(first_at), '%Y-%m-%dT%H:%M:%S.%fZ') AS first_at, sum(transactions)::DOUBLE AS transactions,
  sum(known_points)::DOUBLE AS known_points, sum(amounts)::DOUBLE AS amounts, sum(fresh)::DOUBLE AS fresh, sum(lapses)::DOUBLE AS lapses,
  sum(months)::DOUBLE AS month_firsts, sum(points)::VARCHAR AS points, sum(cents)::VARCHAR AS cents, sum(held)::VARCHAR AS held,
  sum(held_unknown)::DOUBLE AS held_unknown
FROM {visits}
GROUP BY ALL
