-- One a day, from its first transaction on.
visit AS (
  SELECT card_id, number AS day, min(transaction_at) AS instant
  FROM transactions
  JOIN days ON starts_at <= transaction_at AND transaction_at < ends_at
  WHERE merchant_id = $1::BIGINT AND visit AND transaction_at <= $2::TIMESTAMP
  GROUP BY card_id, number
),
