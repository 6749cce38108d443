/** What the sample exports are called, and what is in them; by their id. */
export const sampleText: Record<'cafe' | 'bakery' | 'retailer' | 'platform', { title: string; description: string }> = {
  cafe: {
    title: 'Corner café',
    description: 'One café with a stamp card: loyal regulars, and a September campaign that brought passers-by.',
  },
  bakery: {
    title: 'Bakery chain',
    description: 'Four shops in Luxembourg: one is losing its regulars, one is young and growing.',
  },
  retailer: {
    title: 'Fashion retailer',
    description: 'Twelve shops in four countries: strong Decembers, and one shop that a competitor is emptying.',
  },
  platform: {
    title: 'Platform with three merchants',
    description: 'The café, the bakery and the retailer in one export: choose the merchant at the top.',
  },
};
