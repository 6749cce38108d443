/** What is kept while a tab is open, and through a reload of its page. */
type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'loyalty-lens.own-files';

/** Null where it is forbidden: even the mention of `sessionStorage` throws then. */
function storageOfTab(): TabStorage | null {
  try {
    return (globalThis as { sessionStorage?: Storage }).sessionStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether files of the user's own were open in this tab before the page was reloaded: those are gone, since nothing of them is kept but that
 * there were some.
 */
export class OwnFilesGone {
  readonly #storage: TabStorage | null;

  constructor(storage = storageOfTab()) {
    this.#storage = storage;
  }

  get is(): boolean {
    try {
      return (this.#storage?.getItem(key) ?? null) !== null;
    } catch {
      return false;
    }
  }

  /** Notes what is open now. */
  note(areOwn: boolean): void {
    try {
      if (areOwn) this.#storage?.setItem(key, 'open');
      else this.#storage?.removeItem(key);
    } catch {
      // Then a reload says nothing.
    }
  }
}
