import type { FileKind } from '../contract.ts';
import { requiredKinds, type Draft, type Wanted } from './drafts.ts';
import { firstNumericDate, valuesOf } from './reading.ts';

/** Why an export cannot be loaded as drafted. */
export type Problem =
  | { kind: 'column'; draft: number; column: string }
  | { kind: 'dates'; draft: number; column: string }
  | { kind: 'absent'; draft: number; absent: FileKind }
  | { kind: 'unreadable'; file: string };

/** What keeps an export from being loaded as drafted, in the order in which it is shown. */
export function problemsOf(drafts: readonly Draft[], wanted: Wanted): Problem[] {
  const ofDrafts = drafts.flatMap((draft, index): Problem[] => {
    if (draft.kind === null) return [];
    const missing = wanted[draft.kind].filter(({ name, needed }) => needed && draft.columns[name] === undefined);
    const columns = missing.map(({ name }): Problem => ({ kind: 'column', draft: index, column: name }));
    const asked = dateQuestion(draft, wanted);
    const dates: Problem[] = asked === null ? [] : [{ kind: 'dates', draft: index, column: asked }];
    return [...columns, ...dates];
  });
  const absent = requiredKinds.filter((kind) => !drafts.some((draft) => draft.kind === kind));
  // Most likely a file that was taken for something that is not required.
  const isOther = ({ origin, kind }: Draft): boolean =>
    origin === 'proposed' && !requiredKinds.some((required) => required === kind);
  const draft = Math.max(0, drafts.findIndex(isOther));
  return [...absent.map((kind): Problem => ({ kind: 'absent', draft, absent: kind })), ...ofDrafts];
}

/** The chosen column whose dates can be read two ways; null when there is none, or it has been said which. */
export function dateQuestion({ kind, files, openDates, columns, dialect }: Draft, wanted: Wanted): string | null {
  if (kind === null) return null;
  const instants = wanted[kind].flatMap(({ name, want }) => (want === 'instant' ? [columns[name]] : []));
  const chosen = instants.filter((column) => column !== undefined);
  if (openDates !== null) return chosen.includes(openDates) ? openDates : null;
  if (dialect.dates !== 'iso') return null;
  // A column that was chosen after the engine had looked.
  const isUnread = (column: string): boolean => files.some((file) => firstNumericDate(valuesOf(file, column)) !== null);
  return chosen.find(isUnread) ?? null;
}
