import type { FileKind } from '../../src/contract/files.ts';
import type { FilePlan, FilePlans } from '../../src/contract/matching.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { decoded, unpackPatienceSeconds, type DecoderInUse } from '../decode/decoding.ts';
import { mostFiles, type OpenedFile, type Unpacked } from '../decode/decoder.ts';
import { decimalOf, guessDialect, plainDialect, type DialectGuess } from '../recognise/dialect.ts';
import {
  followPlan,
  recognise,
  type MatchedColumn,
  type MatchedFile,
  type RecognisedFile,
} from '../recognise/recognise.ts';
import { sampledRows, settlingRows } from '../recognise/sample.ts';
import { strangersAmong } from '../decode/strangers.ts';

/** A file of the load, opened by the decoder. */
export interface OpenedInput extends OpenedFile {
  /** Its name, behind that of the archive it came in. */
  name: string;
  bytes: number;
}

export interface OpenedExportFile extends OpenedInput {
  recognised: RecognisedFile;
}

/** Cards before transactions: a transaction may take its merchant from its card. */
export const loadOrder: readonly FileKind[] = ['stores', 'cards', 'transactions'];

/** The files of a load and the names of those that are left out of it. */
export interface Inputs {
  opened: OpenedInput[];
  leftOut: string[];
}

/** Unpacks archives and opens every file but those that a plan leaves out, and those that are plainly no part of an export. */
export async function openInputs(
  files: readonly File[],
  inUse: DecoderInUse,
  plans: FilePlans = new Map(),
): Promise<Inputs> {
  const { chosen, leftOut } = chosenOf(files, plans);
  const opened: OpenedInput[] = [];
  for (const file of chosen) {
    const unpacked = await partsOf(file, inUse);
    // One by one: an archive may hold more names than a call takes arguments.
    for (const name of unpacked.leftOut) leftOut.push(name);
    for (const part of unpacked.files) {
      if (plans.get(part.name) === null) leftOut.push(part.name);
      else opened.push(await openPart(part, inUse));
    }
  }
  return { opened, leftOut };
}

/**
 * The files that are to be read, and the names of the others.
 *
 * @throws EngineError `too-many-files`
 */
export function chosenOf(files: readonly File[], plans: FilePlans = new Map()): { chosen: File[]; leftOut: string[] } {
  const planned = files.filter(({ name }) => plans.get(name) !== null);
  const strangers = strangersAmong(planned.map(({ name }) => name));
  const chosen = new Set(planned.filter(({ name }) => !strangers.has(name)));
  if (chosen.size > mostFiles)
    throw new EngineError('too-many-files', { archive: null, count: chosen.size, limit: mostFiles });
  return { chosen: [...chosen], leftOut: files.filter((file) => !chosen.has(file)).map(({ name }) => name) };
}

/** A file to be read: one of those given, or one in an archive. */
export interface Part {
  file: Blob;
  name: string;
}

/** What an archive holds; any other file is itself, alone. */
export function partsOf(file: File, inUse: DecoderInUse): Promise<Unpacked> {
  return decoded(inUse, file.name, (decoder) => decoder.unpack(file, file.name), unpackPatienceSeconds);
}

export async function openPart({ file, name }: Part, inUse: DecoderInUse): Promise<OpenedInput> {
  const opened = await decoded(inUse, name, (decoder) => decoder.open(file, name));
  return { ...opened, name, bytes: file.size };
}

/**
 * Says what a file is and how to read it: by its plan where there is one, else by its columns.
 *
 * @throws EngineError of `recognise`; `dates-ambiguous` and `numbers-ambiguous` where a person has to say.
 */
export async function recogniseInput(
  input: OpenedInput,
  plan: FilePlan | undefined,
  inUse: DecoderInUse,
): Promise<RecognisedFile> {
  if (plan) {
    const { dialect, settled, types, amounts } = plan;
    return { ...followPlan(input.name, input.columns, plan), dialect, settled, types, amounts };
  }
  const match = recognise(input.name, input.columns);
  if (!readsText(match)) return { ...match, dialect: plainDialect };
  const { dialect, ambiguous } = await dialectOf(input, match.matched, inUse);
  const { name: file } = input;
  if (ambiguous.dates) throw new EngineError('dates-ambiguous', { file, ...ambiguous.dates });
  if (ambiguous.numbers) throw new EngineError('numbers-ambiguous', { file, ...ambiguous.numbers });
  return { ...match, dialect };
}

/** By the first rows; what they leave open, many more of them may settle. */
async function dialectOf(
  { id, name, columns, delimiter }: OpenedInput,
  matched: readonly MatchedColumn[],
  inUse: DecoderInUse,
): Promise<DialectGuess> {
  const names = columns.map((column) => column.name);
  const guessFrom = async (count: number): Promise<DialectGuess> => {
    const rows = await decoded(inUse, name, (decoder) => decoder.preview(id, count));
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

/**
 * The files in the order in which they are loaded.
 *
 * @throws EngineError `kind-absent`
 */
export function inLoadOrder(opened: readonly OpenedExportFile[], leftOut: string[]): OpenedExportFile[] {
  for (const kind of ['cards', 'transactions'] as const) {
    if (!opened.some(({ recognised }) => recognised.kind === kind)) {
      throw new EngineError('kind-absent', { kind, files: opened.map(({ name }) => name), leftOut });
    }
  }
  return opened.toSorted((a, b) => loadOrder.indexOf(a.recognised.kind) - loadOrder.indexOf(b.recognised.kind));
}
