import type { Problem } from '../../state/opening/problems.ts';

/** The id of the part of the screen where a problem is put right. */
export function placeOf(problem: Problem): string {
  if (problem.kind === 'unreadable') return placeOfFile(problem.file);
  if (problem.kind === 'column') return `match-${problem.draft}-column-${problem.column}`;
  return `match-${problem.draft}-${problem.kind === 'absent' ? 'kind' : problem.kind}`;
}

export const placeOfFile = (file: string): string => `match-file-${file}`;

/** Opens the file that a problem is in and moves the focus to where it is put right. */
export function focusProblem(problem: Problem): void {
  const place = document.getElementById(placeOf(problem));
  for (let around = place?.closest('details'); around; around = around.parentElement?.closest('details'))
    around.open = true;
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
}
