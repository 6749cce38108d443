-- What all cards did there.
INSERT INTO {table}
SELECT store_id, part, day, month, min(first_at), sum(transactions), sum(known_points), sum(amounts), sum(fresh), sum(lapses),
  sum(fresh_there), sum(lapses_there), sum(months), sum(held), sum(held_unknown), sum(earned), sum(points), sum(cents), sum(firsts),
  sum(lasts), sum(firsts_there), sum(lasts_there)
FROM {of}
GROUP BY store_id, part, day, month
