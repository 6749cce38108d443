import { createContext } from 'svelte';
import { fetchMessages } from './fetch-messages.ts';
import { createFormat, type Format } from './format.ts';
import { variantsOf, type Language } from './languages.ts';
import type { MakeMessages, Messages } from './messages.ts';

/** The language that an instance of the app speaks: two on one page may speak two. */
export class Words {
  #spoken: { language: Language; make: MakeMessages } = $state.raw(null!);
  readonly #tags: readonly string[];
  readonly #currency: () => string | null;
  readonly #format = $derived.by(() => createFormat(variantsOf(this.#spoken.language, this.#tags), this.#currency()));
  readonly #messages = $derived.by(() => this.#spoken.make(this.#format));

  /**
   * @param make the words of the language that it speaks first
   * @param tags the reader's languages, most wanted first, as the browser tells them
   * @param currency the one that amounts are in at the time, null while it is not known
   */
  constructor(
    language: Language,
    make: MakeMessages,
    tags: readonly string[],
    currency: () => string | null = () => null,
  ) {
    this.#tags = tags;
    this.#currency = currency;
    this.#spoken = { language, make };
  }

  get language(): Language {
    return this.#spoken.language;
  }

  get messages(): Messages {
    return this.#messages;
  }

  get format(): Format {
    return this.#format;
  }

  /** Speaks another language, once its words are here. Throws where they cannot be fetched; it speaks on as before then. */
  async change(language: Language): Promise<void> {
    this.#spoken = { language, make: await fetchMessages(language) };
  }
}

export const [getWords, setWords] = createContext<Words>();
