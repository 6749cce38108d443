import type { CommandText } from '../../src/text/command-text.ts';
import { command as commandInGerman } from '../../src/text/de/command.ts';
import { messages as inGerman } from '../../src/text/de/index.ts';
import { command as commandInEnglish } from '../../src/text/en/command.ts';
import { messages as inEnglish } from '../../src/text/en/index.ts';
import { createFormat } from '../../src/text/format.ts';
import { command as commandInFrench } from '../../src/text/fr/command.ts';
import { messages as inFrench } from '../../src/text/fr/index.ts';
import { languageOf, variantsOf, type Language } from '../../src/text/languages.ts';
import type { MakeMessages, Messages } from '../../src/text/messages.ts';

/** What is said: the command's own words, and those of the engine's errors. */
export interface Words {
  text: CommandText;
  messages: Messages;
}

/** All of them at once, unlike on the page: what runs the command imports nothing any more once the command has begun. */
const spoken: Record<Language, { text: CommandText; make: MakeMessages }> = {
  en: { text: commandInEnglish, make: inEnglish },
  fr: { text: commandInFrench, make: inFrench },
  de: { text: commandInGerman, make: inGerman },
};

/** In the language of the shell, by POSIX: `LC_ALL` before `LC_MESSAGES` before `LANG`. */
export function wordsFor({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  // `de_LU.UTF-8`
  const tag = (LC_ALL || LC_MESSAGES || LANG || 'en').replace(/[.@].*$/, '').replace('_', '-');
  const language = languageOf([tag]);
  const { text, make } = spoken[language];
  return { text, messages: make(createFormat(variantsOf(language, [tag]))) };
}
