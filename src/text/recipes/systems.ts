import type { Day } from '../../contract/ids.ts';

/** Where an export may come from, and what can be read off it. */
interface System {
  id: string;
  /** A proper name, the same in every language. */
  name: string;
  /** What its files hold: purchases by customer, or what was earned and spent on loyalty cards. */
  holds: 'purchases' | 'points';
  /** When its recipe was last checked against what is public of it. */
  checked: Day;
}

/** The systems that there are recipes for: tills, then shops, then loyalty programmes. */
export const systems = [
  { id: 'square', name: 'Square', holds: 'purchases', checked: '2026-11-26' },
  { id: 'lightspeed', name: 'Lightspeed Retail (X-Series)', holds: 'purchases', checked: '2026-11-26' },
  { id: 'toast', name: 'Toast', holds: 'purchases', checked: '2026-11-26' },
  { id: 'loyverse', name: 'Loyverse', holds: 'purchases', checked: '2026-11-26' },
  { id: 'odoo', name: 'Odoo', holds: 'purchases', checked: '2026-11-26' },
  { id: 'shopify', name: 'Shopify', holds: 'purchases', checked: '2026-11-26' },
  { id: 'woocommerce', name: 'WooCommerce', holds: 'purchases', checked: '2026-11-26' },
  { id: 'prestashop', name: 'PrestaShop', holds: 'purchases', checked: '2026-11-26' },
  { id: 'loyaltylion', name: 'LoyaltyLion', holds: 'points', checked: '2026-11-26' },
  { id: 'smile', name: 'Smile.io', holds: 'points', checked: '2026-11-26' },
] as const satisfies readonly System[];

export type SystemId = (typeof systems)[number]['id'];
