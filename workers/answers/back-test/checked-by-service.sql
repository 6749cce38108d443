-- The cards that `service.definition.sql` checks, from those of the service on the test's date, and their rhythm on it and at the report.
-- $1 store, $2 whether only cards last seen in it count, $3 whether those that were lost are left out, $4 multiplier.
WITH checked AS (
  SELECT inactivity.card_index, coalesce(test.visits, 0) AS visits, coalesce(report.visits, 0) - coalesce(test.visits, 0) AS since,
    coalesce(test.days_away, days_inactive) AS days, days_inactive::BIGINT AS late, avg_interval AS usual,
    CASE WHEN inactivity.transactions > 1 THEN avg_interval END AS usual_interval,
    coalesce(report.visits, 0) = coalesce(test.visits, 0) AS stayed_away, coalesce(test.cents, 0) AS cents, coalesce(test.amounts, 0) AS amounts
  FROM {inactivity} AS inactivity
  LEFT JOIN {test} AS test ON test.card_index = inactivity.card_index
  LEFT JOIN {report} AS report ON report.card_index = inactivity.card_index
  WHERE (NOT $2::BOOLEAN OR inactivity.last_store_id = $1::BIGINT)
    AND (NOT $3::BOOLEAN OR days_inactive <= 2 * $4::DOUBLE * avg_interval)
),
