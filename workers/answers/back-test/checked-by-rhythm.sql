-- The cards that `rhythm.definition.sql` checks, from their rhythm on the test's date and at the report.
-- $1 store, $2 whether only cards last seen in it count, $3 whether those that were lost are left out, $4 multiplier.
WITH checked AS (
  SELECT test.card_index, test.visits, report.visits - test.visits AS since, test.days_away AS days, test.days_away::BIGINT * (test.visits - 1) AS late, test.span::DOUBLE AS usual,
    test.span::DOUBLE / (test.visits - 1) AS usual_interval, report.visits = test.visits AS stayed_away, test.cents, test.amounts
  FROM {test} AS test
  JOIN {report} AS report ON report.card_index = test.card_index
  WHERE test.is_counted AND test.visits >= 2 AND (NOT $2::BOOLEAN OR test.last_store_id = $1::BIGINT)
    AND (NOT $3::BOOLEAN OR test.days_away::BIGINT * (test.visits - 1) <= 2 * $4::DOUBLE * test.span)
),
