-- All cards that were enrolled there.
INSERT INTO {table}
SELECT part, month, min(first_at), sum(cards), sum(returned), sum(known_balances), sum(balance), sum(later), sum(later_unknown)
FROM {of}
GROUP BY part, month
