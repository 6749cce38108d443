import { describe, expect, it } from 'vitest';
import { utcCalendar } from '../../src/contract/calendar.ts';
import type { FilePlan, FilePlans, ReadingFrom } from '../../src/contract/matching.ts';
import { caseFile } from '../support/cases.ts';
import { cardsFile, engineWith, failureOf } from '../support/exports.ts';
import { textFile } from '../support/text-files.ts';

const cards = cardsFile([1, 2, 3].map((id) => ({ id, createdAt: '2026-01-01T00:00:00Z' })));

/** A file of transactions by its header's names of contract, with one row a date and points. */
function transactions(rows: readonly (readonly [date: string, points: string])[], delimiter = ','): File {
  const header = ['card_id', 'store_id', 'transaction_type', 'points_delta', 'transaction_at'];
  const quoted = (value: string): string => (value.includes(delimiter) ? `"${value}"` : value);
  const lines = rows.map(([date, points]) => ['1', '5', 'points_earned', quoted(points), date].join(delimiter));
  return textFile([header.join(delimiter), ...lines].join('\n'), 't.csv');
}

const plan = (dialect: FilePlan['dialect'], readingFrom: ReadingFrom): FilePlans => {
  const names = ['card_id', 'store_id', 'transaction_type', 'points_delta', 'transaction_at'];
  const columns = Object.fromEntries(names.map((name) => [name, name]));
  return new Map([['t.csv', { kind: 'transactions', columns, dialect, readingFrom } as const]]);
};

async function pointsOf(file: File, plans?: FilePlans): Promise<unknown> {
  const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
  await engine.load([cards, file], () => undefined, plans);
  return (await engine.revenueAttribution({ monthsBack: 60 })).monthly.reduce(
    (sum, month) => sum + Number(month.total_points_earned),
    0,
  );
}

async function failureWith(file: File, plans?: FilePlans): Promise<[string, unknown]> {
  const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
  const { code, details } = await failureOf(engine.load([cards, file], () => undefined, plans));
  return [code, details];
}

describe('thousands that are set apart', () => {
  it('in a German file are thousands, whose word for it are its semicolons and its smaller numbers', async () => {
    expect(await pointsOf(await caseFile('review/german-transactions.csv'))).toBe(3500);
  });

  it('are asked about where nothing in the file tells, and read as the answer says', async () => {
    const file = transactions([
      ['2026-01-15', '1.000'],
      ['2026-01-16', '2.000'],
    ]);
    expect(await failureWith(file)).toEqual([
      'numbers-ambiguous',
      { file: 't.csv', column: 'points_delta', example: '1.000' },
    ]);
    expect(await pointsOf(file, plan({ dates: 'iso', decimal: ',' }, 'person'))).toBe(3000);
    expect(await pointsOf(file, plan({ dates: 'iso', decimal: '.' }, 'person'))).toBe(3);
  });

  it('are asked about where the first of them comes long after the rows that are looked at', async () => {
    const early = Array.from({ length: 25_000 }, () => ['2026-01-15', '7'] as const);
    for (const late of ['1.000', '1,000', '1.250']) {
      expect(await failureWith(transactions([...early, ['2026-01-16', late]])), late).toEqual([
        'numbers-contradicted',
        { file: 't.csv', column: 'points_delta', example: late },
      ]);
    }
  });

  it('are found in later rows than the first thousand, where those leave it open', async () => {
    const open = Array.from({ length: 1500 }, () => ['2026-01-15', '1.000'] as const);
    expect(await pointsOf(transactions([...open, ['2026-01-16', '1.250']]))).toBe(1500 * 1000 + 1250);
  });

  it('with a slip of the pen are read as all others show, and the slip is not read', async () => {
    const rows = [
      ...Array.from({ length: 20 }, () => ['2026-01-15', '1,250'] as const),
      ['2026-01-16', '1.250'] as const,
    ];
    const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
    const { files } = await engine.load([cards, transactions(rows, ';')], () => undefined);
    expect(files.find(({ kind }) => kind === 'transactions')).toMatchObject({
      rowsUsed: 21,
      setAside: [],
      notes: expect.arrayContaining([
        { kind: 'unread-value', column: 'points_delta', rows: 1, examples: ['1.250'] },
      ]) as unknown,
    });
  });
});

describe('days and months', () => {
  const ambiguous = Array.from({ length: 30 }, (_, index) => [`0${1 + (index % 9)}/02/2026`, '10'] as const);

  it('decided for an earlier file do not hold against a later row', async () => {
    const file = transactions([...ambiguous, ['02/25/2026', '10']]);
    const before = plan({ dates: 'day-first', decimal: null }, 'plan');
    expect(await failureWith(file, before)).toEqual([
      'dates-contradicted',
      { file: 't.csv', column: 'transaction_at', example: '02/25/2026' },
    ]);
    // A person who says so of this very file is believed, and the row is set aside.
    expect(await pointsOf(file, plan({ dates: 'day-first', decimal: null }, 'person'))).toBe(300);
  });

  it('hold where other rows can only be read so', async () => {
    const file = transactions([...ambiguous, ['25/02/2026', '10'], ['02/25/2026', '10']]);
    expect(await pointsOf(file, plan({ dates: 'day-first', decimal: null }, 'plan'))).toBe(310);
  });

  it('are not asked about where a later row than the first thousand tells', async () => {
    const many = Array.from({ length: 2000 }, () => ['01/02/2026', '10'] as const);
    expect(await pointsOf(transactions([...many, ['02/25/2026', '10']]))).toBe(20_010);
  });

  it('that the file says plainly need no question', async () => {
    const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
    const plain = await caseFile('review/remembered-2-plainly-month-first.csv');
    const { columns, proposals } = (await engine.inspect([plain])).files[0]!;
    expect(columns.find(({ name }) => name === 'transaction_at')!.written.dates).toMatchObject({
      order: 'month-first',
    });
    expect(proposals[0]!.dialect.dates).toBe('month-first');
    const [ambiguousFile] = (await engine.inspect([await caseFile('review/remembered-1-ambiguous.csv')])).files;
    expect(ambiguousFile!.columns.find(({ name }) => name === 'transaction_at')!.written.dates).toMatchObject({
      order: 'either',
    });
  });
});

describe('dates in a format that a person gives', () => {
  const monthsOf = async (dates: string[], format: string): Promise<unknown> => {
    const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
    const file = transactions(dates.map((date) => [date, '1']));
    await engine.load([cards, file], () => undefined, plan({ dates: 'iso', decimal: '.', format }, 'person'));
    const { monthly } = await engine.revenueAttribution({ monthsBack: 60, asOf: '2027-01-01T00:00:00Z' });
    return monthly.map(({ month, transactions_count: rows }) => [month, rows]);
  };

  it('are read by it, also where a number has lost its first zero; others as any', async () => {
    expect(await monthsOf(['05012026', '5012026', '20122026', '2026-03-01'], 'DDMMYYYY')).toEqual([
      ['2026-01', 2],
      ['2026-03', 1],
      ['2026-12', 1],
    ]);
  });

  it('are wall-clock time of the calendar, whatever their digits look like', async () => {
    const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
    const file = transactions([
      ['2601052359', '1'],
      ['2601060030', '1'],
    ]);
    const calendar = { ...utcCalendar, timeZone: 'Europe/Luxembourg' };
    const read = plan({ dates: 'iso', decimal: '.', format: 'YYMMDDHHmm' }, 'person');
    const { latest } = await engine.load([cards, file], () => undefined, read, calendar);
    expect(latest).toBe('2026-01-05T23:30:00.000000Z');
  });

  it('that are none in it are set aside, not read as numbers of something else', async () => {
    const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
    const file = transactions([
      ['050126', '1'],
      ['313260', '1'],
    ]);
    const read = plan({ dates: 'iso', decimal: '.', format: 'DDMMYY' }, 'person');
    const { files } = await engine.load([cards, file], () => undefined, read);
    const { setAside } = files.find(({ kind }) => kind === 'transactions')!;
    expect(setAside.map(({ reason, rows }) => [reason, rows])).toEqual([['not-a-date', 1]]);
  });

  it('may have a time of day, or names of months', async () => {
    expect(await monthsOf(['010526 2359', '020526 0001'], 'MMDDYY HHmm')).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
    ]);
    expect(await monthsOf(['26-févr-03', '26-Dez-03'], 'YY-MMM-DD')).toEqual([
      ['2026-02', 1],
      ['2026-12', 1],
    ]);
  });
});

it('a year and the name of a month are one date', async () => {
  const { engine } = await engineWith([cards, transactions([['2026-01-01', '1']])]);
  const file = textFile('card_id,Jahr,Monat\n1,2026,Januar\n1,2026,März\n1,2026,Dez.\n', 't.csv');
  const { files } = await engine.inspect([cards, file]);
  const [proposal] = files.find(({ name }) => name === 't.csv')!.proposals;
  await engine.load([cards, file], () => undefined, new Map([['t.csv', proposal!]]));
  const { monthly } = await engine.revenueAttribution({ monthsBack: 60, asOf: '2027-01-01T00:00:00Z' });
  expect(monthly.map(({ month }) => month)).toEqual(['2026-01', '2026-03', '2026-12']);
});
