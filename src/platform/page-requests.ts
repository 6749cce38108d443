import { noRequests, watchRequests, type Requests } from '../contract/requests.ts';

let counts = noRequests;
const watch = watchRequests((counted) => (counts = counted));

/** What the page itself has asked for; its workers count for themselves. */
export const pageRequests = { counts: (): Requests => counts, attempt: watch.attempt };
