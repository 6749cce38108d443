import { watchRequests } from '../contract/requests.ts';

/** What the page itself has asked for; its workers count for themselves. */
export const pageRequests = watchRequests();
