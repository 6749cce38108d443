import { liftOf, percentOf, precisionOf, recallOf, type Flags } from '../../charts/back-test.ts';
import { timesWords } from '../../charts/inactivity-histogram.ts';
import type { BackTest, FlaggedAt } from '../../contract/back-test.ts';
import type { Column } from '../../ui/table-rows.ts';
import type { Said } from './back-test-said.ts';

/** The columns of its table, a row a multiplier. */
export function backTestColumns(answer: BackTest, { format, messages }: Said): Column<FlaggedAt>[] {
  const text = messages.backTestText;
  const share = (key: string, label: string, value: (row: FlaggedAt) => number | null): Column<FlaggedAt> => ({
    key,
    label,
    value,
    show: (row) => percentOf(value(row), format),
    numeric: true,
  });
  const number = (key: string, label: string, value: (row: FlaggedAt) => number | null): Column<FlaggedAt> => ({
    key,
    label,
    value,
    show: (row) => (value(row) === null ? '–' : format.integer(value(row)!)),
    numeric: true,
  });
  const lift = (of: Flags): number | null => liftOf(of, answer);
  return [
    {
      key: 'multiplier',
      label: text.multiplier,
      value: (row) => row.multiplier,
      show: (row) => text.times(timesWords(row.multiplier, format)),
      remark: (row) => (row.multiplier === answer.multiplier ? text.inUse : null),
      numeric: true,
      width: 6,
    },
    number('flagged', text.flagged, (row) => row.flagged),
    number('away', text.stayedAway, (row) => row.stayedAway),
    share('precision', text.precision, precisionOf),
    share('recall', text.recall, (row) => recallOf(row, answer)),
    {
      key: 'lift',
      label: text.lift,
      value: lift,
      show: (row) => (lift(row) === null ? '–' : format.decimal(lift(row)!, 2)),
      numeric: true,
    },
    number('days', text.awayFor, (row) => row.naive.days),
    number('daysFlagged', text.daysAlone(text.flagged), (row) => row.naive.flagged),
    share('daysPrecision', text.daysAlone(text.precision), (row) => precisionOf(row.naive)),
    share('daysRecall', text.daysAlone(text.recall), (row) => recallOf(row.naive, answer)),
  ];
}
