/** The types of transactions that the service knows, by code: their place in this list, from 1. */
export const transactionTypes = [
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

export type TransactionType = (typeof transactionTypes)[number];

/** With points above 0, what revenue counts. */
export const earningTypes: readonly TransactionType[] = ['points_earned', 'stamp_earned'];

/** What nobody came for: the programme did it, or its staff. All others, those that the service does not know included, are visits. */
export const typesWithoutVisit: readonly TransactionType[] = [
  'points_voided',
  'stamp_voided',
  'points_adjustment',
  'points_expired',
  'welcome_bonus',
  'card_created',
  'card_deactivated',
];

/** The code of a type in the tables; 0 is any other. */
export const codeOfType = (type: TransactionType): number => transactionTypes.indexOf(type) + 1;
