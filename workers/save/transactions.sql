-- Transactions with row numbers from {from} to before {to}, as the definitions read them (`answers/tables.sql`).
SELECT activity.rowid + 1 AS row_number, {card id} AS card_id, {merchant id} AS merchant_id, {store id} AS store_id,
  CASE type {types} ELSE 'other' END AS type, earning, visit, points_delta, transaction_at, purchase_amount_cents
FROM activity
JOIN (SELECT card_index, id FROM cards UNION ALL SELECT card_index, id FROM unknown_cards) AS cards USING (card_index)
{card order}
LEFT JOIN ids AS card_ids ON card_ids.space = 'card' AND card_ids.number = cards.id
LEFT JOIN ids AS merchant_ids ON merchant_ids.space = 'merchant' AND merchant_ids.number = activity.merchant_id
LEFT JOIN ids AS store_ids ON store_ids.space = 'store' AND store_ids.number = store_id
WHERE activity.rowid + 1 >= {from} AND activity.rowid + 1 < {to}
ORDER BY activity.rowid
