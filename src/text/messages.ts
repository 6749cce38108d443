import type { Format } from './format.ts';
import type { Language } from './languages.ts';
import type { messages } from './en/index.ts';

/** All words of the page and the command line. */
export type Messages = ReturnType<typeof messages>;

/** Makes the words of a language, with numbers and dates as the reader writes them. */
export type MakeMessages = (format: Format) => Messages;

const parts: Record<Language, () => Promise<{ messages: MakeMessages }>> = {
  en: () => import('./en/index.ts'),
  fr: () => import('./fr/index.ts'),
  de: () => import('./de/index.ts'),
};

/** Fetches the words of a language: that of the reader alone. */
export async function fetchMessages(language: Language): Promise<MakeMessages> {
  return (await parts[language]()).messages;
}
