import type { CommandText } from '../../src/text/command-text.ts';
import { fetchLaterMessages, fetchMessages } from '../../src/text/fetch-messages.ts';
import { createFormat } from '../../src/text/format.ts';
import { languageOf, variantsOf, type Language } from '../../src/text/languages.ts';
import type { LaterMessages, Messages } from '../../src/text/messages.ts';

/** What is said: the command's own words, and those of the engine's errors and of the check of a load. */
export interface Words {
  text: CommandText;
  messages: Messages & Pick<LaterMessages, 'checkText'>;
}

const parts: Record<Language, () => Promise<{ command: CommandText }>> = {
  en: () => import('../../src/text/en/command.ts'),
  fr: () => import('../../src/text/fr/command.ts'),
  de: () => import('../../src/text/de/command.ts'),
};

/** In the language of the shell, by POSIX: `LC_ALL` before `LC_MESSAGES` before `LANG`. The words of no other are loaded. */
export async function wordsFor({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Promise<Words> {
  // `de_LU.UTF-8`
  const tag = (LC_ALL || LC_MESSAGES || LANG || 'en').replace(/[.@].*$/, '').replace('_', '-');
  const language = languageOf([tag]);
  const [{ command: text }, make, makeLater] = await Promise.all([
    parts[language](),
    fetchMessages(language),
    fetchLaterMessages(language),
  ]);
  const format = createFormat(variantsOf(language, [tag]));
  return { text, messages: { ...make(format), ...makeLater(format) } };
}
