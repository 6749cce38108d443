import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/text/format.ts';
import { languageOf, languages, variantsOf, type Language } from '../../src/text/languages.ts';
import { command as commandInGerman } from '../../src/text/de/command.ts';
import { command as commandInEnglish } from '../../src/text/en/command.ts';
import { command as commandInFrench } from '../../src/text/fr/command.ts';
import { fetchLaterMessages, fetchMessages } from '../../src/text/fetch-messages.ts';

const commandTexts = { en: commandInEnglish, fr: commandInFrench, de: commandInGerman };

/** All plain texts of a language by their path; functions are left out. */
async function textsOf(language: Language): Promise<Map<string, string>> {
  const [make, makeLater] = await Promise.all([fetchMessages(language), fetchLaterMessages(language)]);
  const texts = new Map<string, string>();
  const gather = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) gather(part, `${path}.${key}`);
  };
  gather(make(createFormat([language])), '');
  gather(makeLater(createFormat([language])), '');
  gather(commandTexts[language], '.command');
  return texts;
}

/** Texts that two languages share: names, signs, and words that are the same. */
const shared =
  /^(Loyalty Lens|UTF-8|UTF-16|[^\p{L}]*|Points?|Type|Format|Date|Transactions?|Export|Filter|Minimum|Menu|Parquet|CSV|SQL)$/u;

describe('the words of a language', () => {
  it.each(languages.filter((language) => language !== 'en'))(
    'are its own, one for each that English has: %s',
    async (language) => {
      const [english, own] = [await textsOf('en'), await textsOf(language)];
      expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      const left = [...own].filter(([path, text]) => text === english.get(path) && !shared.test(text));
      expect(left).toEqual([]);
    },
  );
});

describe('the language of a reader', () => {
  it.each<[string[] | undefined, Language]>([
    [['de-LU', 'fr'], 'de'],
    [['lb', 'fr-FR', 'de'], 'fr'],
    [['EN_us'], 'en'],
    [['pt-BR', 'zh'], 'en'],
    [['C', 'en-US@posix'], 'en'],
    [[], 'en'],
    [undefined, 'en'],
  ])('of %j is %s', (tags, language) => {
    expect(languageOf(tags)).toBe(language);
  });

  it('keeps the way in which they write numbers and dates', () => {
    expect(variantsOf('de', ['lb', 'fr-FR', 'de-LU', 'de-CH'])).toEqual(['de-LU', 'de-CH', 'de']);
    expect(variantsOf('fr', ['de-LU'])).toEqual(['fr']);
    for (const language of languages)
      expect(createFormat(variantsOf(language, ['C', 'de_X@y'])).integer(12)).toBe('12');
  });
});
