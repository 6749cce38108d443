import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { createFormat } from '../../src/text/format.ts';
import { fetchLaterMessages, fetchMessages } from '../../src/text/fetch-messages.ts';
import type { Language } from '../../src/text/languages.ts';
import { readRecipes, sentencesOf, withoutEnglish } from './recipes.ts';

/** Words without which hardly an English sentence is made, and which neither French nor German has. */
const common =
  'the and of with by is are this that these those which from been have has your you what when where than each every another should could would cannot file files row rows card cards store stores month months day days week weeks column columns open show save cancel loading unknown customer customers merchant merchants away back report';

/** What comes from the files and not from the words of the page: names of files, columns and zones. */
const names = /[\p{L}\p{N}.<>=_-]+\.(csv|parquet|zip|pdf|xls|gz)\b|\b\w+_\w+\b|\b[A-Z]\w+\/[\w/]+/gu;

/** Something English that was said, and in what. */
export interface Left {
  english: string;
  in: string;
}

/**
 * What is English in what a page of another language says: whole messages and pieces of them, words that only the English messages
 * have, and the commonest words of English.
 *
 * @param fromData names in the files that are open
 */
export async function searchForEnglish(
  other: Exclude<Language, 'en'>,
  fromData: readonly string[],
): Promise<(said: readonly string[]) => Left[]> {
  const own = piecesOf(other);
  const ownWords = new Set(own.flatMap(wordsOf));
  const ownText = own.join('\n');
  const english = new Set([...piecesOf('en'), ...(await plainOf('en'))].map((piece) => piece.trim()));
  const phrases = [...english].filter((piece) => wordsOf(piece).length > 1 && !ownText.includes(piece));
  const words = new Set([...english].flatMap(wordsOf).filter((word) => word.length > 2 && !ownWords.has(word)));
  for (const word of common.split(' ')) words.add(word);
  return (said) =>
    said.flatMap((text) => {
      const plain = fromData.reduce((rest, name) => rest.replaceAll(name, ' '), text).replaceAll(names, ' ');
      const found = new Set(wordsOf(plain));
      const left = [
        ...phrases.filter((phrase) => plain.includes(phrase) && isWhole(plain, phrase)),
        ...[...found].filter((word) => words.has(word)),
      ];
      return left.map((one) => ({ english: one, in: text.trim() }));
    });
}

const letter = /[\p{L}\p{N}]/u;

/** Whether a phrase that a text has begins and ends where words do. */
function isWhole(text: string, phrase: string): boolean {
  const start = text.indexOf(phrase);
  const isCut = (inside: string, outside: string): boolean => letter.test(inside) && letter.test(outside);
  return !isCut(phrase[0]!, text[start - 1] ?? '') && !isCut(phrase.at(-1)!, text[start + phrase.length] ?? '');
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The messages that are the same whatever they are about. */
async function plainOf(language: Language): Promise<string[]> {
  const [make, makeLater] = await Promise.all([fetchMessages(language), fetchLaterMessages(language)]);
  const format = createFormat([language]);
  const gather = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(gather)
        : [];
  return gather([make(format), makeLater(format)]);
}

/** The pieces of text from which the messages of a language are made, those of functions too: not all can be called, and none says all it can. */
export function piecesOf(language: Language): string[] {
  const folder = fileURLToPath(new URL(`../../src/text/${language}/`, import.meta.url));
  const recipes = sentencesOf(readRecipes(language)).map(withoutEnglish);
  const messages = readdirSync(folder).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(folder + file, 'utf8'), ts.ScriptTarget.Latest);
    const pieces: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      if (ts.isPropertyAssignment(node)) return visit(node.initializer);
      if (ts.isCaseClause(node)) return node.statements.forEach(visit);
      if (ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText(source))) return;
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        pieces.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return pieces;
  });
  return [...messages, ...recipes];
}
