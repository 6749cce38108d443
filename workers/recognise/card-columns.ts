import { exportColumns } from './export-columns.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { canHold, type MatchedColumn, type MatchedFile } from './recognise.ts';
import type { Sample } from './sample.ts';

/** Columns of a card that transactions may repeat on each row. */
const ofCards = exportColumns.transactions.filter(({ ofCard }) => ofCard);

/** Those without which it is not a card that the rows repeat: a row may have been created, and be active, itself. */
const telling = ['card_number', 'customer_name'];

/** Whether transactions may repeat the columns of their card, by the names of columns that are not used for anything else. */
export function mayRepeatCards({ kind, ignored }: MatchedFile): boolean {
  const names = new Set(ignored.map((name) => name.trim().toLowerCase()));
  return kind === 'transactions' && telling.some((name) => names.has(name));
}

/**
 * A file of transactions that repeats its cards' columns serves as both: those by their names that are the same on every row of a card, as far as
 * was looked.
 */
export function withCardColumns(match: MatchedFile, columns: readonly FileColumn[], sample: Sample): MatchedFile {
  if (!mayRepeatCards(match)) return match;
  const card = match.matched.find(({ wanted }) => wanted.name === 'card_id')!.found.place;
  const repeated = ofCards.flatMap((wanted): MatchedColumn[] => {
    const found = columns.find(({ name }) => match.ignored.includes(name) && name.trim().toLowerCase() === wanted.name);
    return found && canHold(found, wanted.want) && isRepeated(sample, card, found.place) ? [{ wanted, found }] : [];
  });
  if (!repeated.some(({ wanted }) => telling.includes(wanted.name))) return match;
  const names = repeated.map(({ found }) => found.name);
  return {
    ...match,
    matched: [...match.matched, ...repeated],
    ignored: match.ignored.filter((name) => !names.includes(name)),
    absent: match.absent.filter((name) => !repeated.some(({ wanted }) => wanted.name === name)),
  };
}

function isRepeated(sample: Sample, card: number, place: number): boolean {
  const ofCard = new Map<string, string>();
  return sample.every((row) => {
    const value = row[place]?.trim() ?? '';
    const id = row[card] ?? '';
    const before = ofCard.get(id) ?? value;
    if (value !== '') ofCard.set(id, value);
    return value === '' || before === '' || before === value;
  });
}
