import { shapeOf } from '../../src/contract/files.ts';
import type { SaidLayout } from '../../src/contract/layout.ts';
import type { LeftOut } from '../../src/contract/left-out.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import { toEngineError } from '../../src/contract/errors.ts';
import { askDecoder, unpackPatienceSeconds, type DecoderInUse } from './decoder-calls.ts';
import type { OpenedFile, Unpacked } from '../decode/decoder.ts';
import type { Sample } from '../recognise/sample.ts';
import { leftOutBeside, sortedBeside, type Unread } from './beside-tables.ts';
import { partitionColumns, withPartitions } from './partitions.ts';
import type { InputFile } from './input-file.ts';
import { sourcesOf } from './sources.ts';

/** A file of the load, opened by the decoder. */
export interface OpenedInput extends OpenedFile {
  /** Its name, behind that of the archive it came in. */
  name: string;
  bytes: number;
  /** A sheet that its workbook does not show. */
  isHidden: boolean;
}

/** The files of a load, and those that are left out of it. */
export interface Inputs {
  opened: OpenedInput[];
  leftOut: LeftOut[];
}

/** Unpacks archives and opens every file that is to be read (`sources.ts`); what need not be beside others is left out. */
export async function openInputs(
  files: readonly File[],
  inUse: DecoderInUse,
  plans: FilePlans = new Map(),
): Promise<Inputs> {
  const { inputs, leftOut } = await sourcesOf(files, plans, (file) => unpack(file, inUse));
  const opened: OpenedInput[] = [];
  const unread: (Unread & { thrown: unknown })[] = [];
  for (const input of inputs) {
    try {
      opened.push(await openInput(input, inUse, plans.get(input.name)?.layout));
    } catch (thrown) {
      const failure = toEngineError(thrown);
      const mayBeLeft = leftOutBeside({ name: input.name, failure }, [input.name]) !== null;
      if (!mayBeLeft) throw thrown;
      unread.push({ name: input.name, failure, thrown });
    }
  }
  const beside = sortedBeside(opened, unread, (name) => plans.has(name));
  if (beside.refused[0]) throw beside.refused[0].thrown;
  return { opened: beside.tables, leftOut: [...leftOut, ...beside.leftOut] };
}

/** The files in an archive; any other file is itself, alone. */
export function unpack(file: File, inUse: DecoderInUse): Promise<Unpacked> {
  return askDecoder(inUse, file.name, (decoder) => decoder.unpack(file, file.name), unpackPatienceSeconds);
}

/** Opens a file in the decoder, laid out as a person says. */
export async function openInput(
  { file, name, part, isHidden = false }: InputFile,
  inUse: DecoderInUse,
  said?: SaidLayout,
): Promise<OpenedInput> {
  const opened = await askDecoder(inUse, name, (decoder) => decoder.open(file, name, part, said));
  const columns = [...opened.columns, ...partitionColumns(name, opened.columns)];
  return { ...opened, columns, name, bytes: part?.bytes ?? file.size, isHidden };
}

/**
 * What a file is known by when another like it comes: its columns, whether it is hidden, and what a person said of its layout; where it does
 * not name its columns, also its own name without numbers.
 */
export function shapeOfInput({ format, name, columns, hasHeader, isHidden, layout }: OpenedInput): string {
  const names = columns.map((column) => column.name);
  const shape = shapeOf(format, hasHeader ? names : [name.replaceAll(/\d+/g, '#'), ...names]);
  const laidOut = layout?.said ? `${shape}\0${JSON.stringify(layout.said)}` : shape;
  return isHidden ? `hidden ${laidOut}` : laidOut;
}

/** The first rows of an opened file as text. */
export async function firstRowsOf(
  { id, name, columns }: OpenedInput,
  inUse: DecoderInUse,
  count: number,
): Promise<Sample> {
  return withPartitions(await askDecoder(inUse, name, (decoder) => decoder.preview(id, count)), columns);
}
