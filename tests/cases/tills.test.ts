import { expect, it } from 'vitest';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { failureOf } from '../support/exports.ts';
import { days, expectCase, type MadeCase } from '../support/made-case.ts';
import { textFile } from '../support/text-files.ts';

const engine = createNodeEngine();

const cases: MadeCase[] = [
  [
    'a column says which rows were cancelled, beside one of types',
    {
      'x.csv': [
        'Date,Member,Type,Status,Points,Amount',
        '2026-01-05,1,Purchase,Completed,10,10.00',
        '2026-01-06,1,Purchase,Declined,20,20.00',
        '2026-01-07,2,Purchase,Voided,10,10.00',
        '2026-02-05,2,Purchase,Completed,30,30.00',
      ],
    },
    2,
    4,
    { '2026-01': [1, 10, 1000], '2026-02': [1, 30, 3000] },
  ],
  [
    'a flag says which rows were voided, where there are no types',
    {
      'x.csv': [
        'Date,Member,Voided,Amount',
        '2026-01-05,1,No,10.50',
        '2026-01-06,1,Yes,45.00',
        '2026-02-05,2,No,30.00',
      ],
    },
    2,
    3,
    { '2026-01': [1, null, 1050], '2026-02': [1, null, 3000] },
  ],
  [
    'rows have a time of deletion',
    {
      'x.csv': [
        'id,customer_id,created_at,total,deleted_at',
        '1,7,2026-01-05 10:00:00,10.50,',
        '2,7,2026-01-06 10:00:00,20.00,2026-01-06 11:00:00',
        '3,8,2026-02-05 10:00:00,30.00,',
      ],
    },
    2,
    3,
    { '2026-01': [1, null, 1050], '2026-02': [1, null, 3000] },
  ],
  [
    'amounts are in two currencies, which a column under a name of its own tells',
    {
      'x.csv': [
        'Order Number,Order Date,Customer,Order Currency,Order Total',
        ...days(20).map(
          (day, row) => `${row},${day},K${row % 7},${row % 4 ? 'EUR' : 'JPY'},${row % 4 ? '10.50' : '1500.00'}`,
        ),
      ],
    },
    7,
    20,
    { '2026-01': [15, null, 15_750] },
  ],
  [
    'a till writes a word where nobody is a member',
    {
      'x.csv': [
        'Customer,Date,Amount',
        ...days(20).map((day, row) => `${['Walk-in', 'K1', 'Guest', 'K2'][row % 4]!},${day},10.50`),
      ],
    },
    2,
    10,
    { '2026-01': [10, null, 10_500] },
    { notes: { 'derived-card': 2, 'derived-type': 20, 'non-member': 10, 'no-store': 10 } },
  ],
  [
    'the cashier and the shop’s address stand in every row, beside the customer’s card',
    {
      'x.csv': [
        'Sale Date,Receipt Number,E-Mail,Kundenkarte,User,Total',
        ...days(25).map((day, row) => `${day},${row},shop@x.test,K-${row % 9},al,10.50`),
      ],
    },
    9,
    25,
    { '2026-01': [25, null, 26_250] },
  ],
  [
    'totals of days stand between the rows, and one behind a date at the end',
    {
      'x.csv': [
        'Date,Customer,Amount',
        '2026-01-03,K0,10.50',
        '2026-01-04,K1,20.00',
        '2026-01-04,Day total,30.50',
        '2026-01-05,K2,5.00',
        '2026-01-31,TOTAL,35.50',
      ],
    },
    3,
    3,
    { '2026-01': [3, null, 3550] },
  ],
  [
    'binary arithmetic has left its noise in amounts and points',
    {
      'x.csv': [
        'card_id,date,amount,points',
        '1,2026-01-03,0.30000000000000004,0.30000000000000004',
        '1,2026-01-04,9.989999999999998,1.2000000000000002',
        '2,2026-01-05,12.5,2.5',
      ],
    },
    2,
    3,
    { '2026-01': [3, 4, 2279] },
  ],
  [
    'a column that is called cents has units',
    {
      'x.csv': [
        'card_id,transaction_at,transaction_type,points_delta,purchase_amount_cents',
        '1,2026-01-03 10:00:00,points_earned,10,10.50',
        '2,2026-01-04 10:00:00,points_earned,20,29.50',
      ],
    },
    2,
    2,
    { '2026-01': [2, 30, 4000] },
  ],
  [
    'customers and stores are lists of the same columns, told by whose ids they have',
    {
      'customers.csv': ['id,name', '101,Ann', '102,Bo', '103,Cy'],
      'stores.csv': ['id,name', '1,Main', '2,Harbour'],
      'transactions.csv': [
        'card_id,transaction_at,points_delta,store_id',
        '101,2026-01-05,10,1',
        '102,2026-02-05,20,2',
      ],
    },
    3,
    2,
    { '2026-01': [1, 10, null], '2026-02': [1, 20, null] },
    { stores: ['Main', 'Harbour'] },
  ],
  [
    'customers have names and days of enrolment, and are no stores and no visits',
    {
      'customers.csv': [
        'customer_id,full_name,created_at',
        '500,Ann A,2025-11-01',
        '501,Bo B,2025-12-01',
        '502,Cy C,2025-12-02',
      ],
      'orders.csv': [
        'order_id,customer_id,order_date,total',
        ...days(12).map((day, row) => `${row},${500 + (row % 2)},${day},10.50`),
      ],
    },
    3,
    12,
    { '2026-01': [12, null, 12_600] },
    { earliest: '2025-11-01T00:00:00.000000Z' },
  ],
  [
    'the same rows come twice, the second time with a column more',
    {
      'a.csv': ['Card,Date,Amount', '1,2026-01-05 10:00,4.00', '2,2026-01-06 10:00,4.00', '1,2026-02-05 10:00,5.50'],
      'b.csv': [
        'Card,Date,Amount,Store',
        '1,2026-01-05 10:00,4.00,Main',
        '2,2026-01-06 10:00,4.00,Main',
        '1,2026-02-05 10:00,5.50,Main',
        '1,2026-03-05 10:00,6.50,Main',
      ],
    },
    2,
    4,
    { '2026-01': [2, null, 800], '2026-02': [1, null, 550], '2026-03': [1, null, 650] },
  ],
  [
    'a text too long to be a type begins with what the row was, and nothing has a sign',
    {
      'x.csv': [
        'Date,Card ID,Description,Points',
        ...days(20).flatMap((day, row) => [
          `${day} 10:00,${row % 4},Earned on receipt #${row},12`,
          `${day} 11:00,${row % 4},Redeemed for reward ${row},5`,
        ]),
      ],
    },
    4,
    40,
    { '2026-01': [20, 240, null] },
  ],
  [
    'types are said in a few words',
    {
      'x.csv': [
        'Member,Date,Type,Points',
        '1,2026-01-05,Stamp Added,1',
        '1,2026-01-06,Make a Purchase,3',
        '2,2026-01-07,Prämie eingelöst,-2',
        '2,2026-01-08,Retour produit,-1',
        '2,2026-01-09,Birthday bonus for a purchase,5',
      ],
    },
    2,
    5,
    { '2026-01': [2, 4, null] },
  ],
];

it.each(cases)('%s', (...made) => expectCase(engine, made));

it('ids whose digits a spreadsheet has cut are refused in words', async () => {
  const cut = textFile('id,card_number\n9.78103E+12,1\n9.78104E+12,2\n', 'cards.csv');
  const good = textFile('card_id,transaction_at,points_delta\n7,2026-01-05,10\n', 'transactions.csv');
  const failure = await failureOf(engine.load([cut, good], () => undefined));
  expect([failure.code, failure.details]).toMatchObject(['no-usable-rows', { column: 'id', reason: 'damaged-id' }]);
});
