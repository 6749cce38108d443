/** What revenue can be measured by; a store has no unique customers. */
export type RevenueMetric = 'transactions' | 'points' | 'customers' | 'revenue';
