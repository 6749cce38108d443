import type { Language } from './languages.ts';
import type { MakeMessages } from './messages.ts';

const parts: Record<Language, () => Promise<{ messages: MakeMessages }>> = {
  en: () => import('./en/index.ts'),
  fr: () => import('./fr/index.ts'),
  de: () => import('./de/index.ts'),
};

/** Fetches the words of a language: that of the reader alone. */
export async function fetchMessages(language: Language): Promise<MakeMessages> {
  return (await parts[language]()).messages;
}
