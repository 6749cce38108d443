import type { Language } from './languages.ts';
import type { MakeLaterMessages, MakeMessages } from './messages.ts';

const parts: Record<Language, () => Promise<{ messages: MakeMessages }>> = {
  en: () => import('./en/index.ts'),
  fr: () => import('./fr/index.ts'),
  de: () => import('./de/index.ts'),
};

const laterParts: Record<Language, () => Promise<{ laterMessages: MakeLaterMessages }>> = {
  en: () => import('./en/later.ts'),
  fr: () => import('./fr/later.ts'),
  de: () => import('./de/later.ts'),
};

/** Fetches the words of a language: that of the reader alone. */
export async function fetchMessages(language: Language): Promise<MakeMessages> {
  return (await parts[language]()).messages;
}

/** Fetches the words of what is not shown at first. */
export async function fetchLaterMessages(language: Language): Promise<MakeLaterMessages> {
  return (await laterParts[language]()).laterMessages;
}
