/** What a thread of the page, its own or a worker's, has asked for by network, counted by the thread itself. */
export interface Requests {
  /** Of the page's own address: its parts. */
  own: number;
  /** Of any other. */
  elsewhere: number;
  /** Addresses that its code would have asked, and the browser refused: each once, since some browsers note one attempt twice. */
  refused: number;
}

export interface RequestWatch {
  /** Asks for an address elsewhere that nobody has; whether the browser refused. Counted in nothing. */
  attempt: () => Promise<boolean>;
}

/**
 * Counts the requests of this thread from its first on, by what its browser notes of them. Workers are given the text of this function: it uses
 * nothing from outside itself.
 *
 * @param onCount is told the counts whenever they have changed
 */
export function watchRequests(onCount: (counts: Requests) => void): RequestWatch {
  // No name server answers for it, and where nothing refuses, nothing is said to anybody.
  const nobody = 'https://loyalty-lens.invalid/';
  const counts = { own: 0, elsewhere: 0 };
  const refused = new Set<string>();
  let refusals = 0;
  const told = (): void => onCount({ ...counts, refused: refused.size });
  // What a browser's extensions add to pages, and what lies in the page itself, is no request.
  const isByNetwork = (address: string): boolean => /^(https?|wss?):/.test(address);
  const count = (address: string): void => {
    if (!isByNetwork(address) || address.startsWith(nobody)) return;
    counts[new URL(address).origin === self.origin ? 'own' : 'elsewhere']++;
  };
  new PerformanceObserver((list) => {
    list.getEntries().forEach(({ name }) => count(name));
    told();
  }).observe({ type: 'resource', buffered: true });
  addEventListener('securitypolicyviolation', (event) => {
    const { blockedURI, disposition } = event as Event & { blockedURI: string; disposition: string };
    if (disposition === 'report' || !isByNetwork(blockedURI)) return;
    if (nobody.startsWith(blockedURI)) refusals++;
    else refused.add(blockedURI);
    told();
  });
  return {
    attempt: async () => {
      const before = refusals;
      const isOut = await fetch(nobody, { mode: 'no-cors', cache: 'no-store' }).then(
        () => true,
        () => false,
      );
      // The browser tells of a refusal a moment later.
      for (let waited = 0; !isOut && refusals === before && waited < 500; waited += 50)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return refusals > before;
    },
  };
}

export const noRequests: Requests = { own: 0, elsewhere: 0, refused: 0 };

export function allRequests(threads: readonly Requests[]): Requests {
  const sum = (of: keyof Requests): number => threads.reduce((total, thread) => total + thread[of], 0);
  return { own: sum('own'), elsewhere: sum('elsewhere'), refused: sum('refused') };
}
