/** The types of transactions that the service knows. */
export const serviceTypes = [
  'points_earned',
  'stamp_earned',
  'points_redeemed',
  'stamp_redeemed',
  'points_voided',
  'stamp_voided',
  'points_adjustment',
  'points_expired',
  'welcome_bonus',
  'card_created',
  'card_deactivated',
] as const;

/** Whether a word is a type of the service, as it spells it. */
export const isServiceType = (word: string): boolean => serviceTypes.some((type) => type === word);

/** What tills write beside them. A file's word is taken for one of these only where a plan says so: the service does not know them. */
export const tillTypes = ['purchase', 'refund'] as const;

/** All types by code: their place in this list, from 1. `visit`: nothing says what it was. */
export const transactionTypes = [...serviceTypes, ...tillTypes, 'visit'] as const;

export type TransactionType = (typeof transactionTypes)[number];

/** With points above 0, what revenue counts of the service's types. */
export const earningTypes: readonly TransactionType[] = ['points_earned', 'stamp_earned'];

/** What revenue counts where points do not say: with an amount above 0, or where a file has none. */
export const purchaseTypes: readonly TransactionType[] = [...earningTypes, 'purchase', 'visit'];

/** What nobody came for: the programme did it, or its staff. All others, those that nobody knows included, are visits. */
export const typesWithoutVisit: readonly TransactionType[] = [
  'points_voided',
  'stamp_voided',
  'points_adjustment',
  'points_expired',
  'welcome_bonus',
  'card_created',
  'card_deactivated',
  'refund',
];

/** The code of a type in the tables; 0 is any other. */
export const codeOfType = (type: TransactionType): number => transactionTypes.indexOf(type) + 1;

/** The codes of types, as a list of SQL. */
export const codesOf = (types: readonly TransactionType[]): string => types.map(codeOfType).join(', ');
