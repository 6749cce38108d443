-- In steps of a quarter, and the one in use.
multiplier AS (
  SELECT 0.25 * step::DOUBLE PRECISION AS multiplier FROM generate_series({first step}, 24) AS steps(step)
  UNION
  SELECT $4::DOUBLE PRECISION AS multiplier
),
flagged AS (
  SELECT multiplier, count(CASE WHEN late > multiplier * usual THEN 1 END) AS cards,
    count(CASE WHEN late > multiplier * usual AND stayed_away THEN 1 END) AS away
  FROM multiplier
  CROSS JOIN checked
  GROUP BY multiplier
),
by_days AS (
  SELECT days, count(*) AS cards, count(CASE WHEN stayed_away THEN 1 END) AS away FROM checked GROUP BY days
),
-- By the days since the last visit alone: those that were away for so many or more, down to nobody.
away_for AS (
  SELECT days, sum(cards) OVER longer AS cards, sum(away) OVER longer AS away
  FROM by_days
  WINDOW longer AS (ORDER BY days DESC ROWS UNBOUNDED PRECEDING)
  UNION ALL
  SELECT max(days) + 1 AS days, 0 AS cards, 0 AS away FROM by_days
),
naive AS (
  SELECT DISTINCT ON (multiplier) multiplier, days, away_for.cards, away_for.away
  FROM flagged
  CROSS JOIN away_for
  ORDER BY multiplier, abs(away_for.cards - flagged.cards), days DESC
),
timed AS (
  SELECT *,
    CASE WHEN usual > 0 THEN late / usual WHEN late > 0 THEN 'infinity'::DOUBLE PRECISION ELSE 0 END AS times
  FROM checked
),
by_times AS (
  SELECT times, count(*) AS cards, count(CASE WHEN stayed_away THEN 1 END) AS away FROM timed GROUP BY times
),
-- Of cards that came back, how many are below, twice, and how many as high; and the same of cards that stayed away.
place_by_times AS (
  SELECT times, 2 * coalesce(sum(cards - away) OVER below, 0) + cards - away AS back_below,
    2 * coalesce(sum(away) OVER below, 0) + away AS away_below
  FROM by_times
  WINDOW below AS (ORDER BY times ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
place_by_days AS (
  SELECT days, 2 * coalesce(sum(cards - away) OVER below, 0) + cards - away AS back_below,
    2 * coalesce(sum(away) OVER below, 0) + away AS away_below
  FROM by_days
  WINDOW below AS (ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
pairs AS (
  SELECT sum(CASE WHEN stayed_away THEN by_times.back_below END) AS by_times,
    sum(CASE WHEN stayed_away THEN by_days.back_below END) AS by_days,
    sum(CASE WHEN stayed_away THEN (by_times.back_below - by_days.back_below) * (by_times.back_below - by_days.back_below) END) AS squares_away,
    sum(CASE WHEN NOT stayed_away THEN (by_times.away_below - by_days.away_below) * (by_times.away_below - by_days.away_below) END) AS squares_back
  FROM timed
  JOIN place_by_times AS by_times ON by_times.times = timed.times
  JOIN place_by_days AS by_days ON by_days.days = timed.days
),
counts AS (
  SELECT count(*) AS cards, count(CASE WHEN stayed_away THEN 1 END) AS away, coalesce(sum(amounts), 0) AS amounts,
    sum(CASE WHEN stayed_away AND late > $4::DOUBLE PRECISION * usual THEN cents END) AS cents,
    count(CASE WHEN usual_interval > $5::INTEGER THEN 1 END) AS seldom, count(usual_interval) AS regular
  FROM checked
),
-- The smallest that half of them are not above.
half AS (
  SELECT min(usual_interval) AS usual_interval
  FROM (
    SELECT usual_interval, count(*) OVER (ORDER BY usual_interval) AS up_to, count(*) OVER () AS cards
    FROM checked
    WHERE late > $4::DOUBLE PRECISION * usual AND usual_interval IS NOT NULL
  ) AS flagged_at
  WHERE 2 * up_to >= cards
)
SELECT multiplier.multiplier, coalesce(flagged.cards, 0)::INTEGER AS flagged, coalesce(flagged.away, 0)::INTEGER AS flagged_away,
  naive.days::INTEGER AS naive_days, coalesce(naive.cards, 0)::INTEGER AS naive, coalesce(naive.away, 0)::INTEGER AS naive_away,
  counts.cards::INTEGER AS cards, counts.away::INTEGER AS away, (counts.amounts > 0)::INTEGER AS has_money,
  coalesce(counts.cents, 0)::VARCHAR AS cents, counts.seldom::INTEGER AS seldom, counts.regular::INTEGER AS regular, half.usual_interval,
  coalesce(pairs.by_times, 0)::VARCHAR AS by_times, coalesce(pairs.by_days, 0)::VARCHAR AS by_days,
  coalesce(squares_away, 0)::VARCHAR AS squares_away, coalesce(squares_back, 0)::VARCHAR AS squares_back
FROM multiplier
LEFT JOIN flagged ON flagged.multiplier = multiplier.multiplier
LEFT JOIN naive ON naive.multiplier = multiplier.multiplier
CROSS JOIN counts
CROSS JOIN pairs
CROSS JOIN half
ORDER BY multiplier.multiplier
