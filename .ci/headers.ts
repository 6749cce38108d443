import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8');

/** What a host sends with every file; the policy is from the one place that states it. */
export const headers = {
  'Content-Security-Policy': /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)![1]!,
  'X-Content-Type-Options': 'nosniff',
};

/** How long browsers may use a file without asking: for good where its name is of its content (in `assets/`), else not at all. */
export const caching = { assets: 'public, max-age=31536000, immutable', others: 'no-cache' };
