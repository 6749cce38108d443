-- How the checked cards spread over days away / usual interval, in bins of a quarter: bin 1 up to
-- 0.25, bin 32 up to 8, null beyond. One row a bin that has cards.
-- $1 merchant, $2 report instant, $3 store or null.
WITH habit AS (
  SELECT card_id, count(*) AS transactions, max(transaction_at) AS latest_at,
    avg(extract(day FROM transaction_at - previous_at)::DOUBLE PRECISION) AS avg_interval
  FROM (
    SELECT card_id, transaction_at,
      lag(transaction_at) OVER (PARTITION BY card_id ORDER BY transaction_at) AS previous_at
    FROM transactions
    WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
  ) AS visit
  GROUP BY card_id
),
last_seen AS (
  SELECT DISTINCT ON (card_id) card_id, store_id
  FROM transactions
  WHERE $3::BIGINT IS NOT NULL
    AND merchant_id = $1::BIGINT
    AND store_id IS NOT NULL
    AND transaction_at <= $2::TIMESTAMP
  ORDER BY card_id, transaction_at DESC, row_number DESC
),
checked AS (
  SELECT coalesce(avg_interval, 60) AS avg_interval,
    -- Activity after the report instant is not known yet: then the card's latest transaction
    -- until it counts.
    extract(
      day FROM $2::TIMESTAMP
        - CASE WHEN last_activity_at <= $2::TIMESTAMP THEN last_activity_at ELSE latest_at END
    )::INTEGER AS days_inactive
  FROM cards
  LEFT JOIN habit ON habit.card_id = cards.id
  LEFT JOIN last_seen ON last_seen.card_id = cards.id
  WHERE cards.merchant_id = $1::BIGINT
    AND is_active
    AND last_activity_at IS NOT NULL
    AND created_at <= $2::TIMESTAMP
    AND (last_activity_at <= $2::TIMESTAMP OR latest_at IS NOT NULL)
    AND ($3::BIGINT IS NULL OR last_seen.store_id = $3::BIGINT)
)
SELECT
  CASE
    WHEN days_inactive = 0 THEN 1
    WHEN avg_interval > 0 AND days_inactive <= avg_interval * 8
      THEN ceil(days_inactive / (avg_interval * 0.25))::INTEGER
  END AS bin,
  count(*)::INTEGER AS cards
FROM checked
GROUP BY 1
ORDER BY 1 NULLS LAST
