-- What the definitions of the answers (`*/definition.sql`) read: three tables of an export as it was checked, and two of the calendar.
-- A transaction of a card in `cards` has the merchant of that card. `row_number` is dense: in `cards` and `stores` in the order of
-- their ids, in `transactions` of a card in the order of time, and of what decides between two at one instant: their ids, or else their files.
CREATE TABLE cards (
  row_number BIGINT,
  id BIGINT,
  merchant_id BIGINT,
  card_number VARCHAR,
  customer_name VARCHAR,
  created_at TIMESTAMP,
  last_activity_at TIMESTAMP,
  is_active BOOLEAN,
  points_balance BIGINT
);

-- Points are DECIMAL(23, 4) where an export has fractions of them.
-- `earning`: revenue counts it. `visit`: the customer did it.
CREATE TABLE transactions (
  row_number BIGINT,
  card_id BIGINT,
  merchant_id BIGINT,
  store_id BIGINT,
  type VARCHAR,
  earning BOOLEAN,
  visit BOOLEAN,
  points_delta BIGINT,
  transaction_at TIMESTAMP,
  purchase_amount_cents BIGINT
);

-- Every store that a transaction names, or the export has a name for.
CREATE TABLE stores (row_number BIGINT, id BIGINT, name VARCHAR);

-- The calendar's months and days, one after the other without a gap, from its first instant to that of the next. `weekday`: 1 Monday
-- to 7 Sunday.
CREATE TABLE months (number INTEGER, month VARCHAR, starts_at TIMESTAMP, ends_at TIMESTAMP);
CREATE TABLE days (number INTEGER, day VARCHAR, weekday INTEGER, starts_at TIMESTAMP, ends_at TIMESTAMP);
