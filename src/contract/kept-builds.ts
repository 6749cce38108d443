/** What a page says to a worker that keeps a build, beside the name of its own: to be in charge of it, which is about to be loaded anew. */
export type ToKeeper = 'take-charge';

/** What the worker answers a page that names its build: whether all of that is kept, or that it is of another. */
export type KeeperAnswer = 'kept' | 'not-kept' | 'other-build';

/** What the worker says again and again until it knows: files are missing, and it is fetching them. */
export type KeeperSign = 'keeping';
