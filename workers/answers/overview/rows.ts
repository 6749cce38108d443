/** What an overview is made of, as it comes from the database: sums that may be large are digits. */
export interface Rows {
  figures: Figures & SecondVisits;
  stores: StoreRow[];
  weekdays: WeekdayRow[];
  months: MonthRow[];
}

export interface WeekdayRow extends Record<string, unknown> {
  weekday: number;
  transactions: number;
}

export interface MonthRow extends Record<string, unknown> {
  month: string;
  enrolled: number;
  active: number;
}

export interface Figures extends Record<string, unknown> {
  first_instant: string | null;
  reaches_back: boolean | null;
  has_amounts: boolean;
  cards: number;
  new_cards: number;
  new_cards_before: number;
  active_cards: number;
  active_cards_before: number;
  transactions: number;
  transactions_before: number;
  points: string | null;
  points_before: string | null;
  cents: string;
  cents_before: string;
  points_outstanding: string | null;
}

export interface SecondVisits extends Record<string, unknown> {
  enrolled: number;
  enrolled_before: number;
  returned: number;
  returned_before: number;
}

export interface StoreRow extends Record<string, unknown> {
  store_id: string;
  store_name: string | null;
  reaches_back: boolean;
  cards: number;
  cards_before: number;
}
