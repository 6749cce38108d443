-- `inactivity.sql` from the tables that do not depend on the report instant. All that is asked for is written into it.
INSERT INTO {table}
WITH state AS (
  SELECT * FROM {states} WHERE seen_at <= {asOf} AND until_at > {asOf}
),
counted AS (
  SELECT checked.card_index,
    (epoch_us({instant}) - CASE WHEN last_activity_at <= {asOf} THEN last_activity_at ELSE seen_at END * {unit}::BIGINT) // 86400000000 AS days_inactive,
    CASE WHEN visits > 1 THEN gaps::DOUBLE / (visits - 1) ELSE 60 END AS avg_interval,
    coalesce(visits, 0) AS transactions,
    CASE WHEN state.card_index IS NULL THEN checked.later ELSE state.later END AS later,
    store_id AS last_store_id
  FROM {checked_cards} AS checked
  LEFT JOIN state ON state.card_index = checked.card_index
  WHERE merchant_id = {merchant} AND created_at <= {asOf} AND (last_activity_at <= {asOf} OR seen_at IS NOT NULL)
)
SELECT card_index, days_inactive, avg_interval, transactions, later, last_store_id FROM counted
