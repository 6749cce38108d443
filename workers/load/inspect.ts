import type {
  FileInspection,
  InspectedColumn,
  Inspection,
  Proposal,
  TextDialect,
} from '../../src/contract/matching.ts';
import { EngineError, settledByPerson, toEngineError } from '../../src/contract/errors.ts';
import { transactionTypes } from '../recognise/contract-columns.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { decoded, type DecoderInUse } from '../decode/decoding.ts';
import { decimalOf, guessDialect } from '../recognise/dialect.ts';
import { chosenOf, openPart, partsOf, recogniseInput, type OpenedInput } from './open.ts';
import { propose, wantsOf, type KindMatch } from '../recognise/propose.ts';
import { sampledRows, valuesOf } from '../recognise/sample.ts';
import { typeMeant } from '../recognise/type-synonyms.ts';
import { isFractional, writtenDates, writtenNumbers } from '../recognise/written.ts';

const previewRows = 10;

/** A column of more different values than this is not one of types. */
const mostWords = 30;

/**
 * Looks at files for the page to show, and to ask about what they do not say. What is wrong with one is noted beside the others.
 *
 * @param renewed another decoder in the place of one that has failed
 */
export async function inspectFiles(
  files: readonly File[],
  inUse: DecoderInUse,
  renewed: () => Pick<DecoderInUse, 'decoder' | 'died'>,
): Promise<Inspection> {
  const { chosen, leftOut } = chosenOf(files);
  const inspection: Inspection = { files: [], unreadable: [], leftOut };
  let using = inUse;
  const attempt = async <T>(name: string, bytes: number, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.code === 'load-cancelled') throw thrown;
      const { code, details } = thrown;
      inspection.unreadable.push({ name, bytes, failure: { code, details } });
      using = { ...inUse, ...renewed() };
      return null;
    }
  };
  for (const file of chosen) {
    const unpacked = await attempt(file.name, file.size, () => partsOf(file, using));
    for (const name of unpacked?.leftOut ?? []) inspection.leftOut.push(name);
    for (const part of unpacked?.files ?? []) {
      const found = await attempt(part.name, part.file.size, async () => inspect(await openPart(part, using), using));
      if (found) inspection.files.push(found);
    }
  }
  return inspection;
}

async function inspect(input: OpenedInput, inUse: DecoderInUse): Promise<FileInspection> {
  const { name, format, bytes, rows, columns } = input;
  const sample = await decoded(inUse, name, (decoder) => decoder.preview(input.id, sampledRows));
  const recognised = await recogniseInput(input, undefined, inUse).catch((thrown: unknown) => {
    if (settledByPerson.includes(toEngineError(thrown).code)) return null;
    throw thrown;
  });
  await decoded(inUse, name, (decoder) => decoder.close(input.id));
  const inspected = columns.map((column, place) => inspectColumn(column, valuesOf(sample, place)));
  const proposed = propose(columns, sample);
  const names = columns.map((column) => column.name);
  const decimal = decimalOf(names, sample, input.delimiter);
  const matches = recognised ? [recognised, ...proposed.filter(({ kind }) => kind !== recognised.kind)] : proposed;
  return {
    name,
    format,
    bytes,
    rows,
    shape: `${format}:${names.join('\n')}`,
    columns: inspected,
    preview: sample.slice(0, previewRows),
    proposals: matches.map((match) => proposalOf(match, sample, decimal, inspected, match === recognised)),
    certain: recognised !== null,
  };
}

function inspectColumn(column: FileColumn, values: string[]): InspectedColumn {
  const { name, type, form } = column;
  const isText = form === 'text' || form === 'bytes';
  const different = new Set(values);
  const words = different.size > mostWords ? [] : [...different].filter((word) => !contractTypes.has(word));
  return {
    name,
    type,
    words: Object.fromEntries(words.map((word) => [word, typeMeant(word)])),
    fractional: values.some(isFractional),
    fits: wantsOf(column, values),
    written: {
      dates: isText ? writtenDates(values) : null,
      numbers: isText ? writtenNumbers(values, true) : null,
      amounts: isText ? writtenNumbers(values, false) : null,
    },
  };
}

const contractTypes = new Set<string>(transactionTypes);

function proposalOf(
  { kind, matched }: KindMatch,
  sample: readonly (string | null)[][],
  decimal: TextDialect['decimal'],
  inspected: readonly InspectedColumn[],
  certain: boolean,
): Proposal {
  const { dialect, ambiguous } = guessDialect(matched, sample, decimal);
  const mapping = Object.fromEntries(matched.map(({ wanted, found }) => [wanted.name, found.name]));
  const columnFor = (name: string): InspectedColumn | undefined =>
    inspected.find((column) => column.name === mapping[name]);
  return {
    kind,
    columns: mapping,
    dialect,
    ...(kind === 'transactions' && !certain && readingOf(columnFor)),
    ambiguousDates: ambiguous.dates?.column ?? null,
    ambiguousNumbers: ambiguous.numbers?.column ?? null,
  };
}

/** How the values of transactions are to be read, beside dates and numbers. A column that says cents holds them. */
function readingOf(columnFor: (name: string) => InspectedColumn | undefined): Pick<Proposal, 'types' | 'amounts'> {
  const meant = Object.entries(columnFor('transaction_type')?.words ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const amount = columnFor('purchase_amount_cents');
  return {
    types: Object.fromEntries(meant),
    amounts: amount?.fractional && !/cent/i.test(amount.name) ? 'units' : 'cents',
  };
}
