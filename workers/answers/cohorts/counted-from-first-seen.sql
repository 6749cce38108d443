  -- Whole days before that of the report instant are added up, and what is of that day is counted; the month in which the look back begins
  -- is counted card by card.
  SELECT month, nullif(window_offset, -1) AS window_offset, sum(cards)::INTEGER AS cards
  FROM (
    SELECT month, window_offset, cards FROM {days} WHERE month > {cut month} AND day < {asOf:day} {of store}
    UNION ALL
    SELECT month, window_offset, count(*) FROM {first_seen}
    WHERE {known} >= {asOf:day start} AND {known} <= {asOf} AND month > {cut month} {of store}
    GROUP BY month, window_offset
    UNION ALL
    SELECT month, window_offset, count(*) FROM {first_seen}
    -- No month has 33 days: DuckDB skips what is older and what is newer.
    WHERE created_at >= {from:{days back}} AND created_at < {from:{days back}} + 33 * {moments a day} AND month = {cut month} AND {known} <= {asOf} {of store}
    GROUP BY month, window_offset
  )
  GROUP BY month, window_offset
