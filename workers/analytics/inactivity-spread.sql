-- How many cards have inactive days / usual interval in ((bin - 1) × width, bin × width], from bin 1; null: beyond the last.
-- $1 width, $2 number of bins, $3 store, $4 whether only cards last seen in that store count.
-- A usual interval of 0 days puts any inactive card beyond.
SELECT CASE
    WHEN days_inactive = 0 THEN 1
    WHEN avg_interval > 0 AND days_inactive <= avg_interval * ($1::DOUBLE * $2::INTEGER)
      THEN greatest(1, ceil(days_inactive / (avg_interval * $1::DOUBLE)))
  END::INTEGER AS bin,
  count(*)::INTEGER AS cards
FROM {inactivity}
WHERE NOT $4::BOOLEAN OR last_store_id = $3::BIGINT
GROUP BY 1
