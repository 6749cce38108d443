import type { LeftOut, LeftOutReason } from '../contract/left-out.ts';

/**
 * Files that are left out, with why: `a.csv, b.csv (an empty part); c.pdf (no part of an export)`.
 *
 * @param some the first of several names
 */
export function namesByReason(
  files: readonly LeftOut[],
  reasons: Record<LeftOutReason, string>,
  some: (names: readonly string[]) => string,
): string {
  const whys = [...new Set(files.map(({ why }) => why))];
  const namesOf = (reason: LeftOutReason): string[] => files.flatMap(({ name, why }) => (why === reason ? [name] : []));
  return whys.map((why) => `${some(namesOf(why))} (${reasons[why]})`).join('; ');
}
