import type { FileInspection, Proposal } from '../../src/contract/matching.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { isCombination } from './combine.ts';
import { canHold } from './recognise.ts';
import { valuesOf, type Sample } from './sample.ts';

/** A file that was looked at, with the values of its columns that may be ids. */
export interface LookedAt {
  inspection: FileInspection;
  ids: IdColumn[];
}

interface IdColumn {
  name: string;
  values: ReadonlySet<string>;
  /** No value stands in two rows. */
  isUnique: boolean;
}

/** The columns of a file that may be ids of cards: short texts and whole numbers, no dates and no decimals. */
export function idColumnsOf(columns: readonly FileColumn[], sample: Sample): IdColumn[] {
  return columns
    .filter((column) => !isCombination(column) && canHold(column, 'id'))
    .map(({ name, place }) => {
      const all = valuesOf(sample, place);
      const values = new Set(all);
      return { name, values, isUnique: values.size === all.length };
    })
    .filter(({ values }) => values.size > 0 && [...values].every((value) => value.length <= longestId));
}

const longestId = 64;

/** From this share of the ids of transactions on that are ids of cards, the two meet. */
const meeting = 0.5;

/**
 * An id as it is compared where ids do not meet as they are written: without leading zeros, decimals that are zero, what spreadsheets put around
 * it, spaces and case. `idAlikeSql` says the same in SQL.
 */
export function idAlike(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/^=?["']*(.*?)["']*$/, '$1')
    .replace(/[.]0+$/, '')
    .replace(/^0+(.)/, '$1');
}

/** {@link idAlike} of a text. SQL. */
export function idAlikeSql(text: string): string {
  const bare = `regexp_replace(regexp_replace(lower(${text}), '\\s', '', 'g'), '^=?["'']*(.*?)["'']*$', '\\1')`;
  return `regexp_replace(regexp_replace(${bare}, '[.]0+$', ''), '^0+(.)', '\\1')`;
}

/**
 * Files whose ids meet: where the ids of transactions are hardly found among those of the cards, another column of one of the two may be what
 * the other calls a card by, or the two are the same but for how they are written. A file that has a row for each card that transactions
 * name is one of cards.
 */
export function withMeetingIds(files: readonly LookedAt[]): FileInspection[] {
  const inspections = files.map(({ inspection }) => inspection);
  for (const [index, transactions] of files.entries()) {
    if (kindOf(inspections[index]!) !== 'transactions') continue;
    for (const [other, cards] of files.entries()) {
      if (other === index) continue;
      if (kindOf(inspections[other]!) === 'transactions' && !hasEachOnce(transactions, cards)) continue;
      const found = meetingOf(
        { ...transactions, inspection: inspections[index]! },
        { ...cards, inspection: inspections[other]! },
      );
      if (!found) continue;
      inspections[index] = withCardId(inspections[index]!, 'transactions', found.of.name, found.alike);
      inspections[other] = withCardId(inspections[other]!, 'cards', found.among.name, found.alike);
    }
  }
  return inspections;
}

/** Whether each card stands once in a file that may be one of transactions, and many times in another: it is a list of them. */
function hasEachOnce(many: LookedAt, once: LookedAt): boolean {
  const idOf = ({ inspection, ids }: LookedAt): IdColumn | undefined =>
    ids.find(({ name }) => name === proposalOf(inspection, 'transactions').columns.card_id);
  const isList = proposalOf(once.inspection, 'cards').columns.id === idOf(once)?.name;
  return isList && idOf(once)!.isUnique && idOf(once)!.values.size > 1 && idOf(many)?.isUnique === false;
}

const kindOf = ({ proposals }: FileInspection): string => proposals[0]!.kind;
const proposalOf = ({ proposals }: FileInspection, kind: string): Proposal =>
  proposals.find((one) => one.kind === kind)!;

interface Meeting {
  of: IdColumn;
  among: IdColumn;
  alike: boolean;
}

/** How the ids of transactions meet those of cards: as proposed where they do, else in the way in which most of them do; null where they do not. */
function meetingOf(transactions: LookedAt, cards: LookedAt): Meeting | null {
  const plan = proposalOf(transactions.inspection, 'transactions');
  const proposed = plan.columns.card_id;
  const used = new Set(Object.values(plan.columns).filter((name) => name !== proposed));
  const own = proposalOf(cards.inspection, 'cards').columns.id;
  const ways = transactions.ids
    .filter(({ name }) => !used.has(name))
    .flatMap((of) =>
      cards.ids
        .filter(({ isUnique }) => isUnique)
        .flatMap((among) =>
          [false, true].map((alike) => ({ of, among, alike, share: shareMeeting(of, among, alike) })),
        ),
    );
  // As it is proposed rather than in another way, and as it is written rather than alike.
  const rank = ({ of, among, alike }: Meeting): number =>
    (of.name === proposed ? 4 : 0) + (among.name === own ? 2 : 0) + (alike ? 0 : 1);
  const meet = ways.filter(({ share }) => share >= meeting);
  return meet.toSorted((a, b) => rank(b) - rank(a) || b.share - a.share)[0] ?? null;
}

/** The share of the ids of one column that are among those of another. */
function shareMeeting(of: IdColumn, among: IdColumn, alike: boolean): number {
  const ids = alike ? new Set([...of.values].map(idAlike)) : of.values;
  const others = alike ? new Set([...among.values].map(idAlike)) : among.values;
  // Two cards that become one were no cards of different ids.
  if (others.size < among.values.size) return 0;
  return [...ids].filter((id) => others.has(id)).length / ids.size;
}

/** The inspection with a column as what cards are called by, and as a file of that kind; as it was where it says so itself. */
function withCardId(
  inspection: FileInspection,
  kind: 'cards' | 'transactions',
  column: string,
  alike: boolean,
): FileInspection {
  const proposal = proposalOf(inspection, kind);
  const name = kind === 'cards' ? 'id' : 'card_id';
  const isSame = proposal.columns[name] === column && !alike && kindOf(inspection) === kind;
  if (isSame) return { ...inspection, meets: true };
  const changed: Proposal = {
    ...proposal,
    columns: { ...proposal.columns, [name]: column },
    ...(alike && { ids: 'alike' }),
  };
  const others = inspection.proposals.filter((one) => one !== proposal);
  return { ...inspection, proposals: [changed, ...others], certain: false, meets: true };
}
