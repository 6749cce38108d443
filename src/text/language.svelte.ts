import { createContext } from 'svelte';
import { fetchMessages } from './fetch-messages.ts';
import { createFormat, type Format } from './format.ts';
import { variantsOf, type Language } from './languages.ts';
import type { MakeMessages, Messages } from './messages.ts';

/** The language that an instance of the app speaks: two on one page may speak two. */
export class Words {
  #current: { language: Language; messages: Messages; format: Format } = $state.raw(null!);
  readonly #tags: readonly string[];

  /**
   * @param make the words of the language that it speaks first
   * @param tags the reader's languages, most wanted first, as the browser tells them
   */
  constructor(language: Language, make: MakeMessages, tags: readonly string[]) {
    this.#tags = tags;
    this.#speak(language, make);
  }

  get language(): Language {
    return this.#current.language;
  }

  get messages(): Messages {
    return this.#current.messages;
  }

  get format(): Format {
    return this.#current.format;
  }

  /** Speaks another language, once its words are here. Throws where they cannot be fetched; it speaks on as before then. */
  async change(language: Language): Promise<void> {
    this.#speak(language, await fetchMessages(language));
  }

  #speak(language: Language, make: MakeMessages): void {
    const format = createFormat(variantsOf(language, this.#tags));
    this.#current = { language, messages: make(format), format };
  }
}

export const [getWords, setWords] = createContext<Words>();
