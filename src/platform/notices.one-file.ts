import { fetchData } from '../contract/parts.ts';
import type { NoticesLink } from './notices.ts';

/** They are in the page; to leave it for them would be to lose what is open. */
export async function noticesLink(): Promise<NoticesLink> {
  return { href: URL.createObjectURL(await fetchData('part:notices.txt')), download: 'notices.txt' };
}
