import type { SaidLayout, SaidLayouts } from '../../contract/layout.ts';
import type { FileInspection, FilePlans } from '../../contract/matching.ts';
import type { RememberedPlans } from './remembered-plans.ts';

/** What a person said of the layouts of files that were looked at, by name. */
export function layoutsSaid(files: readonly FileInspection[]): Map<string, SaidLayout> {
  return new Map(files.flatMap(({ name, layout }) => (layout?.said ? [[name, layout.said] as const] : [])));
}

/** What plans say of the layouts of their files. */
export function layoutsIn(plans: FilePlans): Map<string, SaidLayout> {
  return new Map([...plans].flatMap(([name, plan]) => (plan?.layout ? [[name, plan.layout] as const] : [])));
}

/** What was said of files like some of these, for those of which no plan is known. */
export function rememberedLayouts(
  files: readonly FileInspection[],
  known: FilePlans,
  remembered: RememberedPlans,
): Map<string, SaidLayout> {
  const plans = files.flatMap(({ name, shape }) => {
    const decision = known.has(name) ? null : remembered.get(shape);
    return decision && decision !== 'left-out' ? [[name, decision] as const] : [];
  });
  return layoutsIn(new Map(plans));
}

/** Layouts with what a person says of some files now; null takes back what was said. */
export function withSaid(layouts: SaidLayouts, names: readonly string[], said: SaidLayout | null): SaidLayouts {
  const others = [...layouts].filter(([name]) => !names.includes(name));
  return new Map(said ? [...others, ...names.map((name) => [name, said] as const)] : others);
}
