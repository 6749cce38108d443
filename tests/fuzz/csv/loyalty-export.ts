import { Random } from '../../../sample-data/random.ts';

/** A card as its programme knows it. */
export interface Card {
  id: number;
  number: string;
  name: string;
  createdAt: Date;
  lastActivityAt: Date;
  isActive: boolean;
  points: number;
}

/** A transaction; no two are at the same instant, so that an instant tells which row a loaded one was. */
export interface Transaction {
  id: number;
  card: number;
  at: Date;
  type: string;
  points: number;
  store: number | null;
  cents: number | null;
  remark: string;
}

export interface LoyaltyExport {
  cards: Card[];
  transactions: Transaction[];
}

// Letters that are alike in Windows-1252 and 1250: of others no reader could know which of the two they are in.
const names = ['Zoë Müller', 'Anna Weiß', 'Jörg Groß', "Sinéad O'Hara", 'Paul Klein', 'Inés Ferrer', 'Max Berg'];
const remarks = ['', '', '', 'Café crème', 'two, to go', 'rain; umbrella', 'said "hello"', 'first line\nsecond line'];
const types = ['points_earned', 'points_earned', 'points_earned', 'points_redeemed', 'welcome_bonus'];

const begin = Date.UTC(2025, 0, 2, 8);
const minute = 60_000;

/** A small export, the same for the same seed. */
export function loyaltyExport(seed: number, count: { cards: number; transactions: number }): LoyaltyExport {
  const random = new Random(seed);
  const cards = Array.from({ length: count.cards }, (_, index): Card => {
    const createdAt = begin + index * 777 * minute + random.integer(3600) * 1000;
    return {
      id: 1001 + index,
      number: `LC-${70_000 + index * 13}`,
      name: nameOf(random, index),
      createdAt: new Date(createdAt),
      lastActivityAt: new Date(createdAt + random.integer(200 * 1440) * minute),
      isActive: !random.chance(0.15),
      points: random.integer(900),
    };
  });
  const transactions = Array.from({ length: count.transactions }, (_, index): Transaction => {
    const type = random.pick(types);
    return {
      id: 500_001 + index,
      card: random.pick(cards).id,
      at: new Date(begin + index * 397 * minute + random.integer(3600) * 1000),
      type,
      points: type === 'points_redeemed' ? -50 * (1 + random.integer(4)) : 1 + random.integer(240),
      store: random.chance(0.1) ? null : 11 + random.integer(5),
      cents: type === 'points_earned' ? 150 + random.integer(random.chance(0.1) ? 400_000 : 9_000) : null,
      remark: random.pick(remarks),
    };
  });
  return { cards, transactions };
}

/** Some with what has to be quoted: delimiters, quotes, breaks of lines. */
function nameOf(random: Random, index: number): string {
  const name = random.pick(names);
  switch (index % 6) {
    case 0:
      return name.split(' ').reverse().join(', ');
    case 1:
      return name.replace(' ', ' "Ace" ');
    case 2:
      return `${name};\nc/o ${random.pick(names)}`;
    case 3:
      return '';
    default:
      return name;
  }
}
