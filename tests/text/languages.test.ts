import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/text/format.ts';
import { languageOf, languages, variantsOf, type Language } from '../../src/text/languages.ts';
import { command as commandInGerman } from '../../src/text/de/command.ts';
import { command as commandInEnglish } from '../../src/text/en/command.ts';
import { command as commandInFrench } from '../../src/text/fr/command.ts';
import { fetchLaterMessages, fetchMessages } from '../../src/text/fetch-messages.ts';
import { piecesOf, searchForEnglish } from '../support/english-left.ts';

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
  /^(Loyalty Lens|UTF-8|UTF-16|[^\p{L}]*|Points?|Type|Format|Date|Transactions?|Export|Filter|Minimum|Menu|Lift|Total|Parquet|CSV|SQL)$/u;

/** What is the same in every language: options of the command line, fields of its answers, and values that a message is chosen by. */
const names = /--[\w-]+|\{[\w, [\]{}]+\}|\\?"\w+\\?":|^[a-z]+$/g;

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

  // What a function makes of them, too. That the page says nothing but them is for one language to show (browser/words-left-over.test.ts).
  it.each(['fr', 'de'] as const)('have nothing of English in them: %s', async (language) => {
    const find = await searchForEnglish(language, []);
    const pieces = piecesOf(language).map((piece) => piece.replaceAll(names, ' '));
    expect(pieces.length).toBeGreaterThan(500);
    expect(find(pieces)).toEqual([]);
    expect(find(['Nur mit the store'])).not.toEqual([]);
  });
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
