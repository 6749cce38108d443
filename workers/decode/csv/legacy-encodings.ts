import { textEncodings, type EncodingReading, type TextEncoding } from '../../../src/contract/layout.ts';
import { ownDecoders } from './single-byte.ts';

/** Encodings of before Unicode. Where two explain a text alike, the one that comes first is taken. */
export const legacyEncodings = textEncodings.filter((one): one is LegacyEncoding => !one.startsWith('utf-'));

export type LegacyEncoding = Exclude<TextEncoding, `utf-${string}`>;

/** Of the words: those that the encoding taken has to explain, so that nobody is asked. */
const explainedAtLeast = 0.7;

/** Encodings that a person chooses from, and words that show each. */
const mostReadings = 4;
const wordsShown = 3;

/** Words that are looked at. */
const mostWords = 2000;

/** Letters of languages beside A to Z: a list of names is in several languages, each of its names is in one. */
const western = [
  'äöüß',
  'àâæçèéêëîïôœùûü',
  'áéíñóúü',
  'àáâãçéêíóôõú',
  'àèéìíîòóùú',
  'æøåéòô',
  'åäöéšž',
  'áðéíóúýþæö',
  'éëïöóüè',
  'àçèéíïòóúü',
];
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîșțşţ', 'äöüß'];
const turkish = ['çğıöşüiâîû'];
const cyrillic = [
  'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'абвгдђежзијклљмнњопрстћуфхцчџш',
];
const greek = ['αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ'];

const alphabets: Partial<Record<LegacyEncoding, readonly string[]>> = {
  'windows-1252': western,
  'iso-8859-15': western,
  'windows-1250': central,
  'iso-8859-2': central,
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  ibm866: cyrillic,
  macintosh: western,
  cp850: western,
  'windows-1253': greek,
  'windows-1254': turkish,
};

/** What stands beside letters, and is no letter, in honest texts. */
const besideLetters = /[\s«»“”„‚‘’‹›–—…•·°ªº®™©]/;

/** Whole words of signs that no text has. */
const noSign = /[¤\x80-\x9f\ufffd]/;

/** From and to, inclusive. */
type Range = readonly [from: number, to: number];

/** Where the frequent characters of an encoding with two bytes a character are. */
interface DoubleByte {
  first: readonly Range[];
  second: readonly Range[];
  /** Characters of one byte. */
  single: readonly Range[];
  /** First bytes of which a text has some: without them it may as well be in another encoding. */
  needed: readonly Range[] | null;
}

const above: readonly Range[] = [[0xa1, 0xfe]];

const doubleByte: Partial<Record<LegacyEncoding, DoubleByte>> = {
  // Kana and the kanji of level 1; katakana of half the width.
  shift_jis: {
    first: [[0x81, 0x98]],
    second: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
    single: [[0xa6, 0xdf]],
    needed: null,
  },
  // Hangul.
  'euc-kr': { first: [[0xb0, 0xc8]], second: above, single: [], needed: null },
  // Kana and the kanji of level 1, which may as well be Chinese.
  'euc-jp': {
    first: [
      [0xa4, 0xa5],
      [0xb0, 0xcf],
    ],
    second: above,
    single: [],
    needed: [[0xa4, 0xa5]],
  },
  // Level 1 of GB 2312.
  gb18030: { first: [[0xb0, 0xd7]], second: above, single: [], needed: null },
  // The frequent characters are the first.
  big5: { first: [[0xa4, 0xc6]], second: [[0x40, 0x7e], ...above], single: [], needed: null },
};

/** What an encoding makes of the words of a text. */
interface Reading {
  encoding: LegacyEncoding;
  texts: string[];
  isExplained: boolean[];
  explained: number;
}

/**
 * In what bytes that are no Unicode are written, by their words that are not ASCII: the encoding in which most of them are words of a
 * language that is written with it. Windows-1252 where none explains more of them; what is the same in both tells nothing.
 *
 * @returns the one that is taken first; others where they explain as much, or where it explains too little, each with words that tell them apart
 */
export function legacyReadingsOf(bytes: Uint8Array): [EncodingReading, ...EncodingReading[]] {
  const words = wordsAboveAscii(bytes);
  const [usual, ...others] = legacyEncodings.map((encoding) => readingIn(encoding, words));
  const gainOf = ({ texts, isExplained }: Reading): number =>
    texts.reduce(
      (gain, text, index) =>
        text === usual!.texts[index] ? gain : gain + Number(isExplained[index]) - Number(usual!.isExplained[index]),
      0,
    );
  const best = others.reduce((first, next) => (gainOf(next) > gainOf(first) ? next : first), usual!);
  const rivals = [usual!, ...others].filter((one) => one !== best && one.texts.some(isOther(best)));
  const isPoor = best.explained < words.length * explainedAtLeast;
  // Of two with two bytes a character, the one that comes first has fewer of them: a text in the other would have some more.
  const isPlain = best === usual || doubleByte[best.encoding] !== undefined;
  const equals = isPlain ? [] : rivals.filter(({ explained }) => explained >= best.explained);
  const asked = isPoor ? rivals.toSorted((a, b) => b.explained - a.explained) : equals;
  const told = differentOnes([best, ...asked]).slice(0, mostReadings);
  const shown = told.length > 1 ? shownWords(told) : [];
  const [first, ...more] = told.map(({ encoding, texts }) => ({ encoding, words: shown.map((at) => texts[at]!) }));
  return [first!, ...more];
}

/** The encoding of bytes that are no Unicode: the first of `legacyReadingsOf`. */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding {
  return legacyReadingsOf(bytes)[0].encoding as LegacyEncoding;
}

function readingIn(encoding: LegacyEncoding, words: readonly Uint8Array[]): Reading {
  const decode = decoderOf(encoding);
  const texts = words.map((word) => decode(word));
  const isExplained = explanation(encoding, words, texts);
  return { encoding, texts, isExplained, explained: isExplained.filter(Boolean).length };
}

/** Text in an encoding, a word at a time. */
function decoderOf(encoding: LegacyEncoding): (word: Uint8Array) => string {
  const own = ownDecoders[encoding];
  if (own) return own;
  const decoder = new TextDecoder(encoding);
  return (word) => decoder.decode(word);
}

const isOther =
  ({ texts }: Reading) =>
  (text: string, index: number): boolean =>
    text !== texts[index];

/** Readings that make different texts. */
function differentOnes(readings: readonly Reading[]): Reading[] {
  return readings.filter((one, at) => readings.slice(0, at).every((before) => one.texts.some(isOther(before))));
}

/** Places of words that tell readings apart: those that most of them have differently, each once. */
function shownWords(readings: readonly Reading[]): number[] {
  const different = (at: number): number => new Set(readings.map(({ texts }) => texts[at])).size;
  const [{ texts } = { texts: [] as string[] }] = readings;
  const places = [...texts.keys()].filter((at) => texts.indexOf(texts[at]!) === at);
  return places.toSorted((a, b) => different(b) - different(a)).slice(0, wordsShown);
}

/** Runs of bytes that letters may be, or the second bytes of characters, with one above ASCII. */
function wordsAboveAscii(bytes: Uint8Array): Uint8Array[] {
  const words: Uint8Array[] = [];
  let from = 0;
  let isAbove = false;
  for (let at = 0; at <= bytes.length && words.length < mostWords; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) isAbove = true;
    if (byte >= 0x40) continue;
    if (isAbove) words.push(bytes.subarray(from, at));
    from = at + 1;
    isAbove = false;
  }
  return words;
}

/** Which words are such of a language that is written with an encoding. */
function explanation(encoding: LegacyEncoding, words: readonly Uint8Array[], texts: readonly string[]): boolean[] {
  const pairs = doubleByte[encoding];
  const languages = alphabets[encoding];
  if (languages) return texts.map((text) => isOfLanguage(text, languages));
  const { needed } = pairs!;
  const hasNeeded = needed === null || words.some((word) => word.some((byte) => isIn(needed, byte)));
  return words.map((word) => hasNeeded && isOfPairs(word, pairs!));
}

/** Frequent characters, and fewer Latin letters than those: an accent and the letter behind it are one character of some encodings. */
function isOfPairs(word: Uint8Array, { first, second, single }: DoubleByte): boolean {
  let characters = 0;
  let singles = 0;
  let latin = 0;
  for (let at = 0; at < word.length; at++) {
    const byte = word[at]!;
    if (byte < 0x80) latin++;
    else if (isIn(single, byte)) singles++;
    else if (isIn(first, byte) && isIn(second, word[at + 1] ?? 0)) {
      characters++;
      at++;
    } else return false;
  }
  // Two characters of one byte may be two letters with accents.
  return (characters > 0 || singles > 2) && (latin === 0 || latin < characters + singles);
}

function isIn(ranges: readonly Range[], byte: number): boolean {
  return ranges.some(([from, to]) => byte >= from && byte <= to);
}

/** Whether the letters of a text that are not ASCII are those of one language, in an order in which people write them. */
function isOfLanguage(text: string, languages: readonly string[]): boolean {
  if (!/\p{L}/u.test(text.replace(/[ªº]/g, ''))) return !noSign.test(text);
  // What ends a Spanish sentence begins it too, upside down.
  const words = text.replace(/^[¿¡](?=\p{Lu})/u, '').split(besideLetters);
  return words.every((word) => {
    const letters = [...word].filter((letter) => letter > '\x7f');
    // Square and cubic metres.
    if (letters.length === 0 || /^[cdk]?m[²³]$/.test(word)) return true;
    const isMixed = !isLatin(languages) && /[a-z]/i.test(word);
    if (isMixed || /\p{Ll}\p{Lu}/u.test(word) || !isPortuguese(word, languages)) return false;
    return languages.some((language) => letters.every((letter) => language.includes(letter.toLowerCase())));
  });
}

function isLatin(languages: readonly string[]): boolean {
  return languages !== cyrillic && languages !== greek;
}

/** Of western languages only Portuguese has õ and ã, and both before e or o or at an end: elsewhere they are ő and ă. */
function isPortuguese(word: string, languages: readonly string[]): boolean {
  return languages !== western || !/õ(?!e)|ã(?![oe]|$|s$|\P{L})/iu.test(word);
}
