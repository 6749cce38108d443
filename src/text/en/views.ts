/** Words that the views share. */
export const viewsText = {
  chart: 'Chart',
  table: 'Table',
  showAs: (title: string): string => `Show ${title} as`,
  loading: 'Loading …',
  retry: 'Try again',
  how: 'How is this computed?',
  howOf: (title: string): string => `How is this computed? ${title}`,
  monthsBack: 'Look back',
  months: (n: number): string => (n === 1 ? '1 month' : `${n} months`),
};
