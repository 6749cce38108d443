import type { transactionTypes } from '../workers/recognise/transaction-types.ts';
import { endInstant } from './calendar.ts';
import type { Card } from './cards.ts';
import type { Merchant } from './merchants.ts';
import { customerName } from './names.ts';
import type { Random } from './random.ts';
import { habitOf, visitsOf, type Habit, type Visit } from './visits.ts';

type TransactionType = (typeof transactionTypes)[number];

/** One row to be of the transactions: instant in seconds since 1970, store id or 0 for none, amount in cents or -1 for none. */
export type Post = (at: number, type: TransactionType, delta: number, store: number, amount: number) => void;

/** How a card ends up. */
export interface Account {
  name: string | null;
  /** Seconds since 1970; null for a card that was never used. */
  lastActivityAt: number | null;
  active: boolean;
  balance: number;
}

/** Lives through one card: posts its transactions in time order and returns how it stands at the end. */
export function live(merchant: Merchant, card: Card, rate: number, random: Random, post: Post): Account {
  const account: Account = { name: null, lastActivityAt: null, active: true, balance: 0 };
  const add: Post = (at, type, delta, store, amount) => {
    account.balance += delta;
    account.lastActivityAt = at;
    post(at, type, delta, store, amount);
  };
  const habit = habitOf(merchant, card, rate, random);
  const neverUsed = habit.online && habit.oneTimer;
  if (!neverUsed) {
    welcome(card, habit, add);
    const first = { at: card.createdAt + 20 + random.integer(70), store: habit.home };
    const visits = visitsOf(merchant, habit, habit.online ? null : first, card.createdAt, random);
    const saving = random.uniform() * 2 * merchant.reward.take;
    for (const visit of visits) buy(merchant, habit, visit, account.balance, saving, random, add);
  }
  const left = settle(merchant, account, random, add);
  if (!left && !random.chance(merchant.customers.anonymous)) account.name = customerName(random, merchant.origins);
  return account;
}

function welcome({ createdAt, campaign }: Card, { online, home }: Habit, add: Post): void {
  if (online) add(createdAt, 'card_created', 0, 0, -1);
  if (campaign) add(createdAt + 5, 'welcome_bonus', campaign.bonus, online ? 0 : home.id, -1);
}

/** A purchase, and what sometimes comes with it: it is voided, a reward is taken, or the staff correct the balance. */
function buy(
  merchant: Merchant,
  habit: Habit,
  visit: Visit,
  before: number,
  saving: number,
  random: Random,
  add: Post,
): void {
  const { reward, unit } = merchant;
  const stamps = unit === 'stamp';
  const store = visit.store?.id ?? 0;
  const purchase = purchaseOf(merchant, habit.appetite, random);
  add(visit.at, stamps ? 'stamp_earned' : 'points_earned', purchase.earned, store, purchase.cents);
  const balance = before + purchase.earned;
  if (random.chance(0.004)) {
    add(visit.at + 60 + random.integer(400), stamps ? 'stamp_voided' : 'points_voided', -purchase.earned, store, -1);
  } else if (balance >= reward.cost && random.chance(saving)) {
    add(visit.at + 15 + random.integer(60), stamps ? 'stamp_redeemed' : 'points_redeemed', -reward.cost, store, -1);
  } else if (random.chance(0.002)) {
    const correction = stamps ? 1 : Math.round(reward.cost / 5);
    const delta = random.chance(0.8) ? correction : -Math.min(correction, balance);
    add(visit.at + 900 + random.integer(900), 'points_adjustment', delta, store, -1);
  }
}

/** What a purchase costs, in cents (-1 where the till does not tell), and the points or stamps it earns. */
function purchaseOf({ basket, earning }: Merchant, appetite: number, random: Random) {
  if (!basket) return { cents: -1, earned: earning.points + Number(random.chance(0.16)) };
  const rough = basket.median * appetite * random.lognormal(basket.sigma);
  const cents = Math.max(1, Math.round(rough / basket.step)) * basket.step + basket.ending;
  return { cents, earned: Math.max(1, Math.floor(cents / earning.cents)) * earning.points };
}

/** What happens to a card after its last visit. True when its owner asked to be forgotten. */
function settle({ dormancy }: Merchant, account: Account, random: Random, add: Post): boolean {
  const last = account.lastActivityAt;
  if (last === null) return false;
  const leaving = random.chance(0.012) ? last + 86_400 * (2 + random.integer(60)) : Infinity;
  if (leaving < endInstant) {
    add(leaving, 'card_deactivated', 0, 0, -1);
    account.active = false;
    return true;
  }
  // At the till's night run, 02:30 UTC.
  const expiry = (Math.floor(last / 86_400) + 150 + random.integer(300)) * 86_400 + 9000;
  if (account.balance > 0 && expiry < endInstant && random.chance(dormancy.expiring)) {
    add(expiry, 'points_expired', -account.balance, 0, -1);
  }
  if (last + 86_400 * dormancy.days < endInstant) account.active = !random.chance(dormancy.closed);
  return false;
}
