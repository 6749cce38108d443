import { createContext, untrack } from 'svelte';
import { fetchLaterMessages, fetchMessages } from './fetch-messages.ts';
import { createFormat, type Format } from './format.ts';
import { variantsOf, type Language } from './languages.ts';
import type { LaterMessages, MakeLaterMessages, MakeMessages, Messages } from './messages.ts';

/** The language that an instance of the app speaks: two on one page may speak two. */
export class Words {
  #spoken: { language: Language; make: MakeMessages } = $state.raw(null!);
  #makeLater: MakeLaterMessages | null = $state.raw(null);
  readonly #tags: readonly string[];
  readonly #currency: () => string | null;
  readonly #hidesPersons: () => boolean;
  readonly #format = $derived.by(() => createFormat(variantsOf(this.#spoken.language, this.#tags), this.#currency()));
  readonly #messages = $derived.by(() => this.#spoken.make(this.#format));
  readonly #later = $derived.by(() => this.#makeLater?.(this.#format) ?? null);

  /**
   * @param make the words of the language that it speaks first
   * @param tags the reader's languages, most wanted first, as the browser tells them
   * @param hidesPersons whether values of files that may say who somebody is are not to be said
   * @param currency the one that amounts are in at the time, null while it is not known
   */
  constructor(
    language: Language,
    make: MakeMessages,
    tags: readonly string[],
    currency: () => string | null = () => null,
    hidesPersons: () => boolean = () => false,
  ) {
    this.#tags = tags;
    this.#currency = currency;
    this.#hidesPersons = hidesPersons;
    this.#spoken = { language, make };
  }

  get language(): Language {
    return this.#spoken.language;
  }

  get messages(): Messages {
    return this.#messages;
  }

  /** The words of what is not shown at first. They are there once `fetchLater` is done, which whoever shows it waits for. */
  get later(): LaterMessages {
    return this.#later!;
  }

  get hidesPersons(): boolean {
    return this.#hidesPersons();
  }

  get format(): Format {
    return this.#format;
  }

  /** Speaks another language, once its words are here. Throws where they cannot be fetched; it speaks on as before then. */
  async change(language: Language): Promise<void> {
    const later = this.#makeLater ? fetchLaterMessages(language) : null;
    const [make, makeLater] = await Promise.all([fetchMessages(language), later]);
    this.#spoken = { language, make };
    this.#makeLater = makeLater;
  }

  /** Fetches the words of what is not shown at first, unless they are there. Throws where they cannot be fetched. */
  async fetchLater(): Promise<void> {
    const language = untrack(() => (this.#makeLater ? null : this.language));
    if (language === null) return;
    const makeLater = await fetchLaterMessages(language);
    // Another language may be spoken by now.
    if (this.language !== language) return this.fetchLater();
    this.#makeLater = makeLater;
  }
}

export const [getWords, setWords] = createContext<Words>();
