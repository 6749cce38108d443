/** The views of the page, by what they are called in addresses. */
export const views = ['overview', 'cohorts', 'churn', 'revenue', 'data'] as const;
export type View = (typeof views)[number];
