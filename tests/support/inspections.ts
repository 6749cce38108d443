import type { FileKind } from '../../src/contract/files.ts';
import type {
  FileInspection,
  InspectedColumn,
  Inspection,
  Proposal,
  WantedColumn,
} from '../../src/contract/matching.ts';
import type { Wanted } from '../../src/state/opening/draft.ts';

/** A small contract, as the engine would give it. */
export const wanted: Wanted = {
  cards: [
    { name: 'id', want: 'id', needed: true, usual: true },
    { name: 'created_at', want: 'instant', needed: true, usual: true },
    { name: 'customer_name', want: 'text', needed: false, usual: false },
  ],
  transactions: [
    { name: 'card_id', want: 'id', needed: true, usual: true },
    { name: 'transaction_at', want: 'instant', needed: true, usual: true },
    { name: 'points_delta', want: 'integer', needed: true, usual: true },
    { name: 'transaction_type', want: 'text', needed: false, usual: true, words: ['points_earned', 'points_redeemed'] },
    { name: 'purchase_amount_cents', want: 'integer', needed: false, usual: false },
  ],
  orders: [
    { name: 'reference', want: 'text', needed: true, usual: true },
    { name: 'placed_at', want: 'instant', needed: true, usual: true },
    { name: 'total_cents', want: 'integer', needed: true, usual: true },
  ],
  stores: [
    { name: 'id', want: 'id', needed: true, usual: true },
    { name: 'name', want: 'text', needed: true, usual: true },
  ],
};

/** A column of it by its name. */
export const field = (kind: FileKind, wantedName: string): WantedColumn =>
  wanted[kind].find(({ name }) => name === wantedName)!;

type Columns = Record<string, string>;

interface More extends Partial<Omit<FileInspection, 'columns' | 'proposals'>> {
  /** Columns that serve for nothing. */
  others?: string[];
  /** Different values by column, with what they mean. */
  words?: Record<string, Record<string, string | null>>;
  /** Columns of numbers with decimals. */
  fractional?: string[];
  /** Columns of numbers all below 0. */
  negative?: string[];
  /** How values of columns are written. */
  written?: Record<string, Partial<InspectedColumn['written']>>;
  /** Words for whether a card is active by column. */
  states?: Record<string, InspectedColumn['states']>;
  /** What columns can be, if not anything. */
  fits?: Record<string, InspectedColumn['fits']>;
  /** What else is proposed for the kind. */
  proposed?: Partial<Proposal>;
  /** Columns as other kinds. */
  otherwise?: Partial<Record<FileKind, Columns>>;
}

/** A file as the engine would describe it; its shape is made of its columns. */
export function inspection(name: string, kind: FileKind, columns: Columns, more: More = {}): FileInspection {
  const {
    others = [],
    words = {},
    fractional = [],
    negative = [],
    written = {},
    states = {},
    fits = {},
    proposed = {},
    otherwise = {},
    ...known
  } = more;
  const names = [...new Set([...Object.values(columns), ...others])];
  const proposal = (as: FileKind, mapping: Columns): Proposal => ({
    kind: as,
    columns: mapping,
    dialect: { dates: 'iso', decimal: '.' },
    ambiguousDates: null,
    ambiguousNumbers: null,
  });
  const rest = (Object.keys(wanted) as FileKind[]).filter((other) => other !== kind);
  return {
    name,
    format: 'csv',
    bytes: 100,
    rows: null,
    shape: names.join('\n'),
    columns: names.map((column) => ({
      name: column,
      combines: null,
      type: 'text',
      words: words[column] ?? {},
      states: states[column] ?? {},
      serviceTypes: [],
      negative: negative.includes(column),
      fractional: fractional.includes(column),
      amounts: fractional.includes(column) ? 'units' : 'cents',
      fits: fits[column] ?? ['id', 'text', 'integer', 'instant', 'boolean'],
      written: { dates: null, numbers: null, amounts: null, ...written[column] },
    })),
    preview: [],
    proposals: [
      { ...proposal(kind, columns), ...proposed },
      ...rest.map((other) => proposal(other, otherwise[other] ?? {})),
    ],
    certain: false,
    meets: false,
    isHidden: false,
    layout: null,
    ...known,
  };
}

/** What the engine found, where every file could be read. */
export function inspected(files: FileInspection[], more: Partial<Inspection> = {}): Inspection {
  return { files, unreadable: [], leftOut: [], ...more };
}

export const certainCards = inspection('cards.csv', 'cards', { id: 'id', created_at: 'created_at' }, { certain: true });
export const guessedTransactions = inspection(
  'buchungen.csv',
  'transactions',
  { card_id: 'Kunde', transaction_at: 'Datum', points_delta: 'Punkte' },
  { others: ['Beleg'] },
);
