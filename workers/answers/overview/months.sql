-- By calendar month, gaps filled: cards enrolled and distinct cards with a transaction, of the latest 36. $1 merchant, $2 report instant.
-- Of a card those transactions count that are its first in a month: that is a sum where distinct cards of many months would be a table.
-- `lag` without an order takes the rows as they come, card after card and each card's in order of time.
WITH this_month AS (
  SELECT month + ($2::TIMESTAMP >= next_month_at)::INTEGER AS number FROM {dates} WHERE date = $2::TIMESTAMP::DATE
),
first_shown AS (
  SELECT min(number) AS number, min(starts_at) AS starts_at FROM {months} WHERE number >= (SELECT number - 35 FROM this_month)
),
enrolled AS (
  SELECT {month of:created_at} AS number, count(*) AS cards
  FROM cards
  JOIN {dates} AS dates ON dates.date = created_at::DATE
  WHERE merchant_id = $1::BIGINT AND created_at >= (SELECT starts_at FROM first_shown) AND created_at <= $2::TIMESTAMP
  GROUP BY 1
),
visit AS (
  SELECT transaction_at, CASE WHEN lag(card_index) OVER () = card_index THEN epoch_us(lag(transaction_at) OVER ()) END AS before
  FROM activity
  WHERE merchant_id = $1::BIGINT AND transaction_at <= $2::TIMESTAMP
),
active AS (
  SELECT {month of:transaction_at} AS number, count(*) AS cards
  FROM visit
  JOIN {dates} AS dates ON dates.date = transaction_at::DATE
  WHERE before IS NULL OR before < {month start of:transaction_at}
  GROUP BY 1
),
-- What is older shows in nothing but that it is there.
first_month AS (
  SELECT CASE
      WHEN least(
        (SELECT min(created_at) FROM cards WHERE merchant_id = $1::BIGINT),
        (SELECT min(transaction_at) FROM activity WHERE merchant_id = $1::BIGINT)
      ) < first_shown.starts_at THEN first_shown.number
      ELSE (SELECT min(number) FROM (SELECT number FROM enrolled UNION ALL SELECT number FROM active))
    END AS number
  FROM first_shown
)
SELECT months.month, coalesce(enrolled.cards, 0)::INTEGER AS enrolled, coalesce(active.cards, 0)::INTEGER AS active
FROM {months} AS months
CROSS JOIN this_month
CROSS JOIN first_month
LEFT JOIN enrolled ON enrolled.number = months.number
LEFT JOIN active ON active.number = months.number
WHERE months.number BETWEEN first_month.number AND this_month.number
ORDER BY months.number
