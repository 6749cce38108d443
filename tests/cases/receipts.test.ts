import { expect, it } from 'vitest';
import { warningsOf } from '../../src/domain/load-warnings.ts';
import { decide } from '../../src/state/opening/decided.ts';
import { draftsOf, withSigns } from '../../src/state/opening/drafts.ts';
import { problemsOf } from '../../src/state/opening/problems.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { days, expectCase, type MadeCase } from '../support/made-case.ts';
import { textFile } from '../support/text-files.ts';

const engine = createNodeEngine();

/** Lines of receipts, and what is taken off them. */
const cases: MadeCase[] = [
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
];

it.each(cases)('%s', (...made) => expectCase(engine, made));

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
