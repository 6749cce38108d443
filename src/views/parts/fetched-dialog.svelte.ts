import type { Component } from 'svelte';
import { toEngineError, type EngineError } from '../../contract/errors.ts';
import { fetchPart } from '../../platform/page-part.ts';

/** A dialog that is fetched when it is first asked for: most readers never do. */
export class FetchedDialog<P extends object> {
  isOpen = $state(false);
  failure: EngineError | null = $state.raw(null);
  #component: Component<P> | null = $state.raw(null);
  readonly #fetch: () => Promise<Component<P>>;

  constructor(fetch: () => Promise<Component<P>>) {
    this.#fetch = fetch;
  }

  /** What is to be shown; null while it is not open. */
  get shown(): Component<P> | null {
    return this.isOpen ? this.#component : null;
  }

  /** Opens it; `failure` says where it cannot be fetched. */
  open = async (): Promise<void> => {
    this.failure = null;
    try {
      this.#component ??= await fetchPart('view', this.#fetch);
      this.isOpen = true;
    } catch (thrown) {
      this.failure = toEngineError(thrown);
    }
  };

  close = (): void => {
    this.isOpen = false;
  };
}
