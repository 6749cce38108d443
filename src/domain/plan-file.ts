import type { FilePlan, FilePlans } from '../contract/matching.ts';
import { isFilePlan } from './file-plan.ts';
import { isRecord } from './is-record.ts';

const format = 'loyalty-lens-plan';
const version = 1;

/** What a file of plans is called when it is saved. */
export const planFileName = `${format}.json`;

/** Why something is no file of plans. `file`: the one whose plan is not understood. */
export type PlanFileProblem = { is: 'form' } | { is: 'version'; version: unknown } | { is: 'plan'; file: string };

/** How files were read, as text to be saved: for the command line, and for whoever reads the same files again. */
export function planFileOf(plans: FilePlans): string {
  return `${JSON.stringify({ format, version, plans: Object.fromEntries(plans) }, null, 2)}\n`;
}

/** The plans of what was saved, once parsed; or why there are none. */
export function plansIn(saved: unknown): { plans: FilePlans } | { problem: PlanFileProblem } {
  if (!isRecord(saved) || saved.format !== format || !isRecord(saved.plans)) return { problem: { is: 'form' } };
  if (saved.version !== version) return { problem: { is: 'version', version: saved.version } };
  const plans = Object.entries(saved.plans);
  const wrong = plans.find(([, plan]) => plan !== null && !isFilePlan(plan));
  return wrong ? { problem: { is: 'plan', file: wrong[0] } } : { plans: new Map(plans as [string, FilePlan | null][]) };
}
