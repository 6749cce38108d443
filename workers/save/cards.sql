-- Cards with row numbers from {from} to before {to}, as the definitions read them (`answers/tables.sql`).
SELECT row_number, {card id} AS id, {merchant id} AS merchant_id, {card number} AS card_number, {customer name} AS customer_name, created_at, last_activity_at, is_active,
  points_balance
FROM staging.card_order AS card_order
JOIN cards USING (card_index)
LEFT JOIN ids AS card_ids ON card_ids.space = 'card' AND card_ids.number = cards.id
LEFT JOIN ids AS merchant_ids ON merchant_ids.space = 'merchant' AND merchant_ids.number = cards.merchant_id
WHERE row_number >= {from} AND row_number < {to}
ORDER BY row_number
