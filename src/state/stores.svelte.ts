import type { AnswerParams } from '../contract/answers.ts';
import type { Id } from '../contract/ids.ts';
import type { Words } from '../text/language.svelte.ts';
import { visible } from '../text/shown.ts';
import { LiveQuestion } from './live-question.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import { hasStoreFilter } from './route.ts';
import { merchantInRoute } from './scope.ts';
import type { Session } from './session.svelte.ts';
import { storeOptions, type StoreOption } from './store-options.ts';

/** The stores that the views can be of: those of the merchant, asked for when the first view that needs them is shown. */
export class Stores {
  #session: Session;
  #words: Words;
  #navigation: Navigation;
  #list = new LiveQuestion(async (asked: { of: string; params: AnswerParams }) => {
    await this.#session.ready;
    return { of: asked.of, stores: await this.#session.engine.stores(asked.params) };
  });
  #merchant = $derived.by(() => merchantInRoute(this.#session.summary, this.#navigation.route.merchant));
  /** Identifies the merchant and load that the list must belong to. */
  #of = $derived.by(() => JSON.stringify([this.#session.revision, this.#merchant?.id]));

  #options = $derived.by(() => {
    const listed = this.#list.answer;
    return listed?.of === this.#of ? storeOptions(listed.stores, this.#words) : null;
  });

  /** Called while a component is set up. */
  constructor(session: Session, navigation: Navigation, words: Words) {
    this.#words = words;
    this.#session = session;
    this.#navigation = navigation;
    const isWanted = $derived(this.isOffered && this.options === null);
    $effect(() => {
      if (isWanted) this.#list.ask({ of: this.#of, params: { merchantId: this.#merchant?.id } });
    });
  }

  /** Sorted by name; null until they are known. */
  get options(): StoreOption[] | null {
    return this.#options;
  }

  /** How many there are, which the export says before they are listed. */
  get count(): number {
    return this.#merchant?.storeCount ?? 0;
  }

  /** Whether the view is one that can be of a store, and there is more than one, or one was asked for. */
  get isOffered(): boolean {
    const { view, store } = this.#navigation.route;
    return this.#merchant !== null && hasStoreFilter(view) && (this.count > 1 || store !== null);
  }

  /** The store of the address that the merchant does not have; null where it has it, or that is not known yet. */
  get unknown(): string | null {
    const { store } = this.#navigation.route;
    return this.isUnknown(store) ? visible(String(store)) : null;
  }

  /** Whether a store is none of the merchant's, as far as that is known. */
  isUnknown(id: Id | null): boolean {
    return id !== null && this.options !== null && !this.#find(id);
  }

  /** The name of a store; its id where it has none, and nothing while the names are on their way. */
  nameOf(id: Id): string {
    const isComing = this.options === null && this.#list.failure === null;
    return this.#find(id)?.name ?? (isComing ? '' : visible(String(id)));
  }

  #find(id: Id): StoreOption | undefined {
    return this.options?.find((store) => String(store.id) === String(id));
  }
}
