import { requiredKinds } from '../../domain/export-format.ts';
import type { Draft, Wanted } from './draft.ts';
import { readingAs } from './proposed-reading.ts';

/** What files are, seen together, as far as their names leave that open. */
export function seenTogether(drafts: readonly Draft[], wanted: Wanted): Draft[] {
  return withUnlikeLeftOut(ordersBeside(ordersAlone(drafts), wanted), wanted);
}

/** Where no file has the transactions, orders are: they tell who bought when as far as anything does. */
function ordersAlone(drafts: readonly Draft[]): Draft[] {
  if (drafts.some(({ kind }) => kind === 'transactions')) return [...drafts];
  return drafts.map((draft) =>
    draft.kind === 'orders' && !isCertain(draft) ? takenFor(draft, 'transactions') : draft,
  );
}

/** A till's orders with their amounts beside a log of points: as transactions, each purchase would count twice. */
function ordersBeside(drafts: readonly Draft[], wanted: Wanted): Draft[] {
  const tellsMore = ({ kind, columns }: Draft): boolean =>
    kind === 'transactions' && (columns.points_delta !== undefined || columns.transaction_type !== undefined);
  const isOrders = (draft: Draft): boolean => {
    if (draft.kind !== 'transactions' || isCertain(draft) || tellsMore(draft)) return false;
    const { columns } = readingAs(draft.files, 'orders');
    return wanted.orders.every(({ needed, name }) => !needed || columns[name] !== undefined);
  };
  return drafts.some(tellsMore)
    ? drafts.map((draft) => (isOrders(draft) ? takenFor(draft, 'orders') : draft))
    : [...drafts];
}

const takenFor = (draft: Draft, kind: NonNullable<Draft['kind']>): Draft => ({
  ...draft,
  kind,
  ...readingAs(draft.files, kind),
});

/**
 * Leaves out what is something else: a file with nothing that is needed, and one with hardly anything of its kind where other files make
 * the export complete.
 */
function withUnlikeLeftOut(drafts: readonly Draft[], wanted: Wanted): Draft[] {
  const chosen = ({ kind, columns }: Draft, of: 'needed' | 'usual'): number =>
    wanted[kind!].filter((column) => column[of] && columns[column.name] !== undefined).length;
  const hasAllNeeded = (draft: Draft): boolean =>
    wanted[draft.kind!].every(({ needed, name }) => !needed || draft.columns[name] !== undefined);
  const isKnown = (draft: Draft): boolean =>
    draft.kind !== null &&
    (isCertain(draft) ||
      (hasAllNeeded(draft) && (chosen(draft, 'usual') > 1 || draft.files.some(({ meets }) => meets))));
  const isComplete = requiredKinds.every((kind) => drafts.some((draft) => draft.kind === kind && isKnown(draft)));
  const isOther = (draft: Draft): boolean =>
    isComplete ? !isKnown(draft) : !isCertain(draft) && chosen(draft, 'needed') === 0;
  return drafts.map((draft) =>
    drafts.length > 1 && draft.kind !== null && isOther(draft) ? { ...draft, kind: null } : draft,
  );
}

const isCertain = ({ origin }: Draft): boolean => origin !== 'proposed';
