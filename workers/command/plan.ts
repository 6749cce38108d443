import type { FilePlans } from '../../src/contract/matching.ts';
import { plansIn, type PlanFileProblem } from '../../src/domain/plan-file.ts';
import type { CommandText } from '../../src/text/command-text.ts';
import { cut, visible } from '../../src/text/shown.ts';
import { bytesOf, jsonOf } from './json-file.ts';

/**
 * How files are to be read, as the page saved it.
 *
 * @param given names of the files of the export
 * @throws Error in words: of the file, of the first thing in it that is not understood, or of a plan for a file that is not given
 */
export async function readPlan(path: string, given: readonly string[], text: CommandText): Promise<FilePlans> {
  const found = plansIn(jsonOf(await bytesOf(path, text.plan.unread, text), path, text));
  if ('problem' in found) throw new Error(inWords(found.problem, path, text));
  const { plans } = found;
  const idle = [...plans].find(([name, plan]) => plan !== null && !given.some((file) => isOf(name, file)));
  if (idle) throw new Error(text.plan.idle(path, shown(idle[0]), given.map(shown)));
  return plans;
}

/** Whether a name is that of a file, or of one in an archive. */
const isOf = (name: string, file: string): boolean => name === file || name.startsWith(`${file}/`);

function inWords(problem: PlanFileProblem, path: string, { plan: says }: CommandText): string {
  switch (problem.is) {
    case 'form':
      return says.form(path);
    case 'version':
      return says.version(path, shown(JSON.stringify(problem.version) ?? '?'));
    case 'plan':
      return says.wrong(path, shown(problem.file));
  }
}

const shown = (name: string): string => cut(visible(name), 80);
