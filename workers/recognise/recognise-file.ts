import type { FilePlan } from '../../src/contract/matching.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { amountColumn } from '../../src/domain/export-format.ts';
import type { OpenedFile } from '../decode/decoder.ts';
import { mayRepeatCards, withCardColumns } from './card-columns.ts';
import { combinationsOf, mayCombine, withCombined, withCombinedValues } from './combine.ts';
import { currencyOfFile } from './currency-of-file.ts';
import { decimalOf, guessDialect, plainDialect, type DialectGuess } from './dialect.ts';
import { mayOfferColumns, offeredColumns, propose } from './propose.ts';
import {
  followPlan,
  mayBeOtherThanStores,
  recognise,
  type MatchedColumn,
  type MatchedFile,
  type RecognisedFile,
} from './recognise.ts';
import { sampledRows, settlingRows, valuesOf, type Sample } from './sample.ts';
import { isFractional } from './written.ts';

/** What is known of a file before its rows are read. */
export interface UnrecognisedFile extends Pick<OpenedFile, 'columns' | 'delimiter' | 'layout'> {
  name: string;
}

/**
 * Says what a file is and how to read it: by its plan where there is one, else by its columns and its first rows.
 *
 * @param firstRows answers so many of its rows, where their values have to be looked at
 * @param asks whether somebody is there to be asked about what may be of use
 * @throws EngineError of `recognise`; `dates-ambiguous` and `numbers-ambiguous` where a person has to say; `columns-unconfirmed`
 */
export async function recogniseFile(
  file: UnrecognisedFile,
  plan: FilePlan | undefined,
  firstRows: (count: number) => Promise<Sample>,
  asks = false,
): Promise<RecognisedFile> {
  if (plan) {
    const { dialect, readingFrom = 'values', types, states, amounts, signs, ids } = plan;
    const columns = withCombined(file.columns, plan.combined);
    const match = followPlan(file.name, columns, plan);
    const sample = async (): Promise<Sample> => withCombinedValues(await firstRows(sampledRows), columns);
    const currency = await currencyOfFile(match, amounts, sample);
    return { ...match, dialect, readingFrom, types, states, amounts, signs, ids, currency };
  }
  const readings = file.layout?.readings ?? [];
  if (asks && readings.length > 0) throw new EngineError('encoding-ambiguous', { file: file.name, readings });
  const named = recognise(file.name, file.columns);
  const match = mayRepeatCards(named) ? withCardColumns(named, file.columns, await firstRows(sampledRows)) : named;
  if (asks && (mayOfferColumns(match) || mayCombine(match.ignored))) {
    const sample = await firstRows(sampledRows);
    const columns = [...file.columns, ...combinationsOf(file.columns, sample)];
    const offered = offeredColumns(match, propose(columns, withCombinedValues(sample, columns)));
    if (offered.length > 0) throw new EngineError('columns-unconfirmed', { file: file.name, columns: offered });
  }
  const currency = await currencyOfFile(match, 'cents', () => firstRows(sampledRows));
  if (asks && match.kind === 'stores' && mayBeOtherThanStores(file.name, file.columns))
    throw new EngineError('columns-unconfirmed', { file: file.name, columns: ['id', 'name'] });
  if (asks) await refuseFractionsOfCents(file, match, firstRows);
  if (!readsText(match)) return { ...match, dialect: plainDialect, readingFrom: 'values', currency };
  const { dialect, ambiguous } = await dialectOf(file, match.matched, firstRows);
  if (ambiguous.dates) throw new EngineError('dates-ambiguous', { file: file.name, ...ambiguous.dates });
  if (ambiguous.numbers) throw new EngineError('numbers-ambiguous', { file: file.name, ...ambiguous.numbers });
  return { ...match, dialect, readingFrom: 'values', currency };
}

/** @throws EngineError `columns-unconfirmed` where amounts that are called cents are written in units */
async function refuseFractionsOfCents(
  { name }: UnrecognisedFile,
  { kind, matched }: MatchedFile,
  firstRows: (count: number) => Promise<Sample>,
): Promise<void> {
  const amount = matched.find(({ wanted }) => wanted.name === amountColumn[kind])?.found;
  if (!amount || amount.form === 'integer') return;
  const values = valuesOf(await firstRows(sampledRows), amount.place);
  if (values.some(isFractional)) throw new EngineError('columns-unconfirmed', { file: name, columns: [amount.name] });
}

/** Guesses from the first rows; where those leave something open, from many more of them. */
async function dialectOf(
  { columns, delimiter }: UnrecognisedFile,
  matched: readonly MatchedColumn[],
  firstRows: (count: number) => Promise<Sample>,
): Promise<DialectGuess> {
  const names = columns.map((column) => column.name);
  const guessFrom = async (count: number): Promise<DialectGuess> => {
    const rows = await firstRows(count);
    return guessDialect(matched, rows, decimalOf(names, rows, delimiter));
  };
  const guess = await guessFrom(sampledRows);
  return guess.ambiguous.dates || guess.ambiguous.numbers ? guessFrom(settlingRows) : guess;
}

/** Dates or numbers as text can be written in more than one way. */
function readsText({ matched }: MatchedFile): boolean {
  return matched.some(
    ({ wanted, found }) =>
      (found.form === 'text' || found.form === 'bytes') && (wanted.want === 'instant' || wanted.want === 'integer'),
  );
}
