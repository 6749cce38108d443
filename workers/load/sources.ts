import type { LeftOut } from '../../src/contract/left-out.ts';
import { leftOutAs } from '../../src/contract/left-out.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { mostFiles, type Unpacked } from '../decode/decoder.ts';
import { strangersAmong } from '../decode/strangers.ts';
import { currentParts } from './delta-log.ts';
import type { InputFile } from './input-file.ts';
import { sameAgain } from './same-again.ts';

/** The files of a load, and those that are left out of it. */
export interface Sources {
  inputs: InputFile[];
  leftOut: LeftOut[];
}

/**
 * The files that are to be read, archives unpacked: without those that a plan leaves out, that are plainly no part of an export, that are
 * another once more, that a table's log has replaced, and hidden sheets that no plan is for.
 *
 * @param plans null where files are looked at, before there are any
 * @param unpack answers null for a file that could not be
 * @throws EngineError `too-many-files`, `delta-unreadable`
 */
export async function sourcesOf(
  files: readonly File[],
  plans: FilePlans | null,
  unpack: (file: File) => Promise<Unpacked | null>,
): Promise<Sources> {
  const { chosen, leftOut } = await chosenOf(files, plans ?? new Map());
  const unpacked: InputFile[] = [];
  for (const file of chosen) {
    const found = await unpack(file);
    // One by one: an archive may hold more names than a call takes arguments.
    for (const out of found?.leftOut ?? []) leftOut.push(out);
    for (const input of found?.files ?? []) {
      const plan = plans?.get(input.name);
      if (input.isHidden && plans && !plan) leftOut.push({ name: input.name, why: 'hidden-sheet' });
      else if (plan === null) leftOut.push({ name: input.name, why: 'by-choice' });
      else unpacked.push(input);
    }
  }
  const { current, replaced } = await currentParts(unpacked);
  leftOut.push(...leftOutAs('replaced', replaced));
  return { inputs: current, leftOut };
}

async function chosenOf(files: readonly File[], plans: FilePlans): Promise<{ chosen: File[]; leftOut: LeftOut[] }> {
  const planned = files.filter(({ name }) => plans.get(name) !== null);
  const strangers = strangersAmong(planned.map(({ name }) => name));
  const known = planned.filter(({ name }) => !strangers.has(name));
  if (known.length > mostFiles)
    throw new EngineError('too-many-files', { archive: null, count: known.length, limit: mostFiles });
  const again = await sameAgain(known);
  const namesOf = (some: readonly File[]): string[] => some.map(({ name }) => name);
  return {
    chosen: known.filter((file) => !again.has(file)),
    leftOut: [
      ...leftOutAs('by-choice', namesOf(files.filter((file) => !planned.includes(file)))),
      ...leftOutAs('no-part', namesOf(planned.filter((file) => strangers.has(file.name)))),
      ...leftOutAs('same-again', namesOf([...again])),
    ],
  };
}
