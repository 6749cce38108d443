/**
 * Where the browser itself refuses requests to other addresses: for the page and all of its workers, for the page alone, or nowhere,
 * as where a host removes the policy from the page.
 */
export type Protection = 'everywhere' | 'page' | 'nowhere';

/** Finds out by trying, without a request: what the page's policy forbids is forbidden together. */
export async function tryProtection(areWorkersGuarded: () => Promise<boolean>): Promise<Protection> {
  if (!isPageGuarded()) return 'nowhere';
  return (await areWorkersGuarded()) ? 'everywhere' : 'page';
}

/** By the one thing that is refused without a line in the developer tools that looks like a fault. */
function isPageGuarded(): boolean {
  try {
    (0, eval)('0');
    return false;
  } catch {
    return true;
  }
}
