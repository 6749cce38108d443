import { shapeOf } from '../../src/contract/files.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import { EngineError, toEngineError } from '../../src/contract/errors.ts';
import { askDecoder, unpackPatienceSeconds, type DecoderInUse } from '../decode/decoder-calls.ts';
import { mostFiles, type OpenedFile, type Unpacked } from '../decode/decoder.ts';
import { strangersAmong } from '../decode/strangers.ts';
import type { Sample } from '../recognise/sample.ts';
import { isBesidePart, isEmptyPart } from './empty-parts.ts';
import { sameAgain } from './same-again.ts';

/** A file of the load, opened by the decoder. */
export interface OpenedInput extends OpenedFile {
  /** Its name, behind that of the archive it came in. */
  name: string;
  bytes: number;
}

/** The files of a load and the names of those that are left out of it. */
export interface Inputs {
  opened: OpenedInput[];
  leftOut: string[];
}

/**
 * Unpacks archives and opens every file but those that a plan leaves out, those that are plainly no part of an export, and empty parts
 * of a table whose other parts have rows.
 */
export async function openInputs(
  files: readonly File[],
  inUse: DecoderInUse,
  plans: FilePlans = new Map(),
): Promise<Inputs> {
  const { chosen, leftOut } = await chosenOf(files, plans);
  const opened: OpenedInput[] = [];
  const emptyParts: { name: string; failure: EngineError }[] = [];
  for (const file of chosen) {
    const unpacked = await unpack(file, inUse);
    // One by one: an archive may hold more names than a call takes arguments.
    for (const name of unpacked.leftOut) leftOut.push(name);
    for (const input of unpacked.files) {
      if (plans.get(input.name) === null) leftOut.push(input.name);
      else {
        await openInput(input, inUse).then(
          (one) => opened.push(one),
          (thrown: unknown) => {
            const empty = { name: input.name, failure: toEngineError(thrown) };
            if (!isEmptyPart(empty)) throw thrown;
            emptyParts.push(empty);
          },
        );
      }
    }
  }
  for (const empty of emptyParts) {
    if (!opened.some(({ name }) => isBesidePart(name, empty))) throw empty.failure;
    leftOut.push(empty.name);
  }
  return { opened, leftOut };
}

/**
 * The files that are to be read, and the names of the others: those that a plan leaves out, that are no part of an export, and that are
 * another once more.
 *
 * @throws EngineError `too-many-files`
 */
export async function chosenOf(
  files: readonly File[],
  plans: FilePlans = new Map(),
): Promise<{ chosen: File[]; leftOut: string[] }> {
  const planned = files.filter(({ name }) => plans.get(name) !== null);
  const strangers = strangersAmong(planned.map(({ name }) => name));
  const chosen = new Set(planned.filter(({ name }) => !strangers.has(name)));
  if (chosen.size > mostFiles)
    throw new EngineError('too-many-files', { archive: null, count: chosen.size, limit: mostFiles });
  for (const file of await sameAgain([...chosen])) chosen.delete(file);
  return { chosen: [...chosen], leftOut: files.filter((file) => !chosen.has(file)).map(({ name }) => name) };
}

/** A file to be read: one of those given, or one in an archive. */
export interface InputFile {
  file: Blob;
  name: string;
}

/** The files in an archive; any other file is itself, alone. */
export function unpack(file: File, inUse: DecoderInUse): Promise<Unpacked> {
  return askDecoder(inUse, file.name, (decoder) => decoder.unpack(file, file.name), unpackPatienceSeconds);
}

/** Opens a file in the decoder. */
export async function openInput({ file, name }: InputFile, inUse: DecoderInUse): Promise<OpenedInput> {
  const opened = await askDecoder(inUse, name, (decoder) => decoder.open(file, name));
  return { ...opened, name, bytes: file.size };
}

/** What a file is known by when another like it comes: its columns; where it does not name them, also its own name without numbers. */
export function shapeOfInput({ format, name, columns, hasHeader }: OpenedInput): string {
  const names = columns.map((column) => column.name);
  return shapeOf(format, hasHeader ? names : [name.replaceAll(/\d+/g, '#'), ...names]);
}

/** The first rows of an opened file as text. */
export function firstRowsOf({ id, name }: OpenedInput, inUse: DecoderInUse, count: number): Promise<Sample> {
  return askDecoder(inUse, name, (decoder) => decoder.preview(id, count));
}
