part AS MATERIALIZED (
  SELECT store_id, month, earned AS transactions, points, cents, firsts, lasts, firsts_there, lasts_there
  FROM {visits}
  WHERE part >= {part at:{days back}} AND part < {part after:0} AND earned > 0
)
