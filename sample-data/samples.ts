/** The sample exports as the page offers them. The files of each lie in the folder named by its id. */
export const samples = [
  {
    id: 'cafe',
    title: 'Corner café',
    description: 'One café with a stamp card: loyal regulars, and a September campaign that brought passers-by.',
    cards: 1_100,
    transactions: 15_975,
    stores: 1,
    files: ['cards.parquet', 'transactions.parquet', 'stores.parquet'],
  },
  {
    id: 'bakery',
    title: 'Bakery chain',
    description: 'Four shops in Luxembourg: one is losing its regulars, one is young and growing.',
    cards: 4_200,
    transactions: 48_055,
    stores: 4,
    files: ['cards.parquet', 'transactions.parquet', 'stores.parquet'],
  },
  {
    id: 'retailer',
    title: 'Fashion retailer',
    description: 'Twelve shops in four countries: strong Decembers, and one shop that a competitor is emptying.',
    cards: 20_000,
    transactions: 247_771,
    stores: 12,
    files: ['cards.parquet', 'transactions.parquet', 'stores.parquet'],
  },
  {
    id: 'platform',
    title: 'Platform with three merchants',
    description: 'The café, the bakery and the retailer in one export: choose the merchant at the top.',
    cards: 25_300,
    transactions: 311_801,
    stores: 17,
    files: ['cards.parquet', 'transactions.parquet', 'stores.parquet'],
  },
];
