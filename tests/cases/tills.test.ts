import { expect, it } from 'vitest';
import { warningsOf } from '../../src/domain/load-warnings.ts';
import { decide } from '../../src/state/opening/decided.ts';
import { draftsOf, withSigns } from '../../src/state/opening/drafts.ts';
import { problemsOf } from '../../src/state/opening/problems.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { outcomeOf, type Expected } from '../support/case-outcome.ts';
import { failureOf } from '../support/exports.ts';
import { textFile } from '../support/text-files.ts';

const engine = createNodeEngine();

type Months = NonNullable<Expected['months']>;

/** Files by their names, and what is right of them: cards, transactions, months of revenue, and what else a case is about. */
type Case = [
  what: string,
  files: Record<string, string[]>,
  cards: number,
  transactions: number,
  months: Months,
  more?: Partial<Expected>,
];

const days = (count: number): string[] =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 0, 3 + day)).toISOString().slice(0, 10));

const cases: Case[] = [
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
    'the total of an order stands on each of its lines',
    {
      'x.csv': [
        'Order ID,Order Date,Customer Email,Item Name,Order Total',
        '1001,2026-01-05 10:00:00,ann@x.test,Mug,30.00',
        '1001,2026-01-05 10:00:00,ann@x.test,Pan,30.00',
        '1002,2026-02-05 10:00:00,bo@x.test,Mug,5.00',
        '1003,2026-02-06 10:00:00,ann@x.test,Mug,25.00',
        '1003,2026-02-06 10:00:00,ann@x.test,Pot,25.00',
      ],
    },
    2,
    3,
    { '2026-01': [1, null, 3000], '2026-02': [2, null, 3000] },
    { notes: { 'derived-card': 2, 'derived-type': 5, 'totals-repeated': 2, 'no-store': 3 } },
  ],
  [
    'the customer stands on the first line of a receipt alone',
    {
      'x.csv': [
        'Receipt,Date,Member,Item,Amount',
        ...days(12).flatMap((day, row) => [`R${row},${day},M${row % 5},Pan,20.00`, `R${row},${day},,Mug,10.00`]),
      ],
    },
    5,
    12,
    { '2026-01': [12, null, 36_000] },
    { notes: { 'derived-card': 5, 'derived-type': 24, 'lines-joined': 12, 'no-store': 12 } },
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
    'sales, their lines and their payments are the same money',
    {
      'x.csv': [
        'Sale Date,Receipt Number,Line Type,Customer Code,Total',
        '2026-01-05 10:12:33,101,Sale,CUST-A,20.00',
        '2026-01-05 10:12:33,101,Sale Line,CUST-A,10.00',
        '2026-01-05 10:12:33,101,Sale Line,CUST-A,10.00',
        '2026-01-05 10:12:33,101,Payment,CUST-A,20.00',
        '2026-02-06 11:12:33,102,Sale,CUST-B,30.00',
        '2026-02-06 11:12:33,102,Payment,CUST-B,30.00',
      ],
    },
    2,
    4,
    { '2026-01': [1, null, 2000], '2026-02': [1, null, 3000] },
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
    'a discount is a line of its receipt, at the same time; what comes back later is none',
    {
      'x.csv': [
        'Receipt,Time,Member,Item,Amount',
        ...days(6).flatMap((day, row) => [
          `R${row},${day} 10:0${row},M${row % 2},Coffee,30.00`,
          `R${row},${day} 10:0${row},M${row % 2},Discount,-5.00`,
        ]),
        'R0,2026-01-03 17:30,M0,Coffee,-25.00',
      ],
    },
    2,
    7,
    { '2026-01': [6, null, 15_000] },
    { notes: { refund: 1, 'lines-joined': 6, 'derived-card': 2, 'derived-type': 13, 'no-store': 7 } },
  ],
  [
    'a voucher that is more than each item, and one that is as much, leave a purchase what it is',
    {
      'x.csv': [
        'Receipt,Time,Member,Item,Amount',
        ...days(6).flatMap((day, row) => [
          `R${row},${day} 10:0${row},M1,Voucher,-5.00`,
          `R${row},${day} 10:0${row},M1,Coffee,3.00`,
          `R${row},${day} 10:0${row},M1,Cake,4.00`,
          `S${row},${day} 11:0${row},M1,Free,-4.50`,
          `S${row},${day} 11:0${row},M1,Tea,4.50`,
          `S${row},${day} 11:0${row},M1,Tea,4.50`,
        ]),
      ],
    },
    1,
    12,
    { '2026-01': [12, null, 6 * 650] },
  ],
  [
    'a line below 0 of a day alone may have come back on it',
    {
      'x.csv': [
        'Receipt,Date,Member,Item,Amount',
        ...days(6).flatMap((day, row) => [
          `R${row},${day},M1,Coffee,30.00`,
          `R${row},${day},M1,Coffee,-5.00`,
          `R${row},${day},M1,Tea,3.00`,
        ]),
      ],
    },
    1,
    12,
    { '2026-01': [6, null, 19_800] },
  ],
  [
    'what was given back stands beside the amount, and is not taken off',
    {
      'x.csv': [
        'Order,Date,Customer,Total,Refunded',
        'A1,2026-01-05,1,20.00,0.00',
        'A2,2026-01-06,2,30.50,30.50',
        'A3,2026-02-06,2,10.00,4.00',
      ],
    },
    2,
    3,
    { '2026-01': [2, null, 5050], '2026-02': [1, null, 1000] },
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

it.each(cases)('%s', async (_, files, cards, transactions, months, more = {}) => {
  const expected: Expected = { asks: 0, cards, transactions, months, leftOut: [], ...more };
  const opened = Object.entries(files).map(([name, lines]) => textFile(`${lines.join('\n')}\n`, name));
  // What is asked is not what these are about.
  const { asks, ...outcome } = await outcomeOf(engine, opened, expected);
  expect(outcome).toEqual({ ...expected, asks: undefined });
  expect(asks).toBeLessThanOrEqual(opened.length);
});

it('ids whose digits a spreadsheet has cut are refused in words', async () => {
  const cut = textFile('id,card_number\n9.78103E+12,1\n9.78104E+12,2\n', 'cards.csv');
  const good = textFile('card_id,transaction_at,points_delta\n7,2026-01-05,10\n', 'transactions.csv');
  const failure = await failureOf(engine.load([cut, good], () => undefined));
  expect([failure.code, failure.details]).toMatchObject(['no-usable-rows', { column: 'id', reason: 'damaged-id' }]);
});

it('amounts that are all below 0 are purchases once a person says so, whatever they are written in', async () => {
  const rows = days(6).map((day, row) => `${day};K${row % 2};${row === 5 ? '(12,50)' : `-1.012,5${row}`}`);
  const ledger = textFile(['Date;Customer;Amount', ...rows].join('\n'), 'ledger.csv');
  const { files } = await engine.inspect([ledger]);
  const wanted = await engine.wantedColumns();
  const drafts = draftsOf(files, wanted, () => null);
  expect(problemsOf(drafts, wanted)).toEqual([{ kind: 'signs', draft: 0, column: 'Amount' }]);
  const revenue = async (signs: 'turned' | 'written'): Promise<unknown[]> => {
    const { check } = await engine.load(
      [ledger],
      () => undefined,
      decide(drafts.map((draft) => withSigns(draft, signs))).plans,
    );
    return [check.revenue, check.refunds, warningsOf(check).map(({ is }) => is)];
  };
  expect(await revenue('turned')).toEqual([5 * 101_250 + 10 + 1250, 0, []]);
  expect(await revenue('written')).toEqual([null, 6, ['refunds-alone']]);
});
