  SELECT month, window_offset, sum(cards)::INTEGER AS cards
  FROM {cohort_visits}
  WHERE back <= $1::INTEGER AND (NOT $3::BOOLEAN OR won_by = $2::BIGINT)
  GROUP BY month, window_offset
